import type {
  ClusterState,
  ComputeCluster,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';

/** The state that decides about actions: while Kubernetes is silent, the last known one. */
export function effectiveState({ status }: ComputeCluster): ClusterState {
  return status.state === 'UNKNOWN' ? status.lastKnownState : status.state;
}

const CHANGING: readonly ClusterState[] = ['STARTING', 'STOPPING', 'DELETING'];

/** Whether the cluster is on its way to another state, or its executors are. */
export function isChanging(cluster: ComputeCluster): boolean {
  return (
    CHANGING.includes(cluster.status.state) ||
    cluster.status.executors.pending > 0
  );
}

/** A command that a person can give to a cluster. */
export type ClusterCommand = 'start' | 'restart' | 'terminate' | 'delete';

/** What else a person can ask of a cluster, where its page offers it. */
export type ClusterWish = 'keep-running' | 'give-up-pods';

const COMMANDS: Record<ClusterState, readonly ClusterCommand[]> = {
  STARTING: ['restart', 'terminate', 'delete'],
  ACTIVE: ['restart', 'terminate', 'delete'],
  STOPPING: ['delete'],
  STOPPED: ['start', 'delete'],
  FAILED: ['restart', 'terminate', 'delete'],
  DELETING: [],
  UNKNOWN: ['delete'],
};

/** The commands that make sense in the cluster's state. */
export function commandsFor(
  cluster: ComputeCluster,
): readonly ClusterCommand[] {
  if (cluster.deletionRequestedAt) return [];
  return COMMANDS[effectiveState(cluster)];
}

/** Whether the cluster's specification can be changed: nothing may run with it. */
export function canConfigure(cluster: ComputeCluster): boolean {
  const state = effectiveState(cluster);
  return (
    !cluster.deletionRequestedAt && (state === 'STOPPED' || state === 'FAILED')
  );
}
