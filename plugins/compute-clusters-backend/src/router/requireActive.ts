import { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { SparkUiClosedError } from '../sparkUi';

/** @throws SparkUiClosedError unless the cluster is active, or was when Kubernetes was last heard of */
export function requireActive({ name, status }: ComputeCluster): void {
  const state =
    status.state === 'UNKNOWN' ? status.lastKnownState : status.state;
  if (state !== 'ACTIVE') {
    throw new SparkUiClosedError(
      `Compute cluster ${name} is ${state}, and only one that is ACTIVE has a Spark UI. Start it, or wait until it is active`,
    );
  }
}
