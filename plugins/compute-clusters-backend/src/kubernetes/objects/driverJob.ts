import { V1Job } from '@kubernetes/client-node';
import { ClusterObjectInput } from './ClusterObjectInput';
import { driverPod } from './driverPod';
import { runLabels } from './labels';
import { runJobName } from './names';

/** Retries after 10, 20, 40, 80 and 160 s; then the run has failed. */
const RETRIES = 5;

/** The Job of a run: Kubernetes itself starts the driver again after a crash, also while the portal is away. */
export function driverJob(input: ClusterObjectInput): V1Job {
  const labels = runLabels(input, 'driver');
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: {
      name: runJobName(input),
      namespace: input.namespace,
      labels,
    },
    spec: {
      parallelism: 1,
      completions: 1,
      backoffLimit: RETRIES,
      // a terminating driver still counts against the quota and may still serve: no second one beside it
      podReplacementPolicy: 'Failed',
      // an eviction or a drained node is no failure of the driver
      podFailurePolicy: {
        rules: [
          {
            action: 'Ignore',
            onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }],
          },
        ],
      },
      template: { metadata: { labels }, spec: driverPod(input) },
    },
  };
}
