import type { Job } from '../../objects/Job';
import type { ObjectDraft } from '../../objects/KubernetesObject';
import { randomSuffix } from '../../registry/Ids';

/** Holds a Job's pod until the Job has counted it. */
export const TRACKING_FINALIZER = 'batch.kubernetes.io/job-tracking';

/** A new pod of a Job. */
export function jobPod(job: Job): ObjectDraft {
  const { template } = job.spec;
  const { name, namespace, uid } = job.metadata;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: `${name}-${randomSuffix()}`,
      generateName: `${name}-`,
      namespace,
      ...(template.metadata?.labels
        ? { labels: template.metadata.labels }
        : {}),
      ...(template.metadata?.annotations
        ? { annotations: template.metadata.annotations }
        : {}),
      finalizers: [TRACKING_FINALIZER],
      ownerReferences: [
        {
          apiVersion: 'batch/v1',
          kind: 'Job',
          name,
          uid,
          controller: true,
          blockOwnerDeletion: true,
        },
      ],
    },
    spec: template.spec,
  };
}
