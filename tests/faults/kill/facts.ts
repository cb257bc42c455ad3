import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';

/** What changes a cluster. */
export type Action =
  | 'create'
  | 'configure'
  | 'start'
  | 'restart'
  | 'terminate'
  | 'delete';

/** What commands change, and nothing else does. */
export interface Facts {
  power: 'on' | 'off';
  generation: number;
  /** Number of the current run, or the last one. */
  run: number;
  deleted: boolean;
}

/** The same of a cluster as the API shows it. */
export function factsOf(cluster: ComputeCluster): Facts {
  return {
    power: cluster.power,
    generation: cluster.generation,
    run: cluster.run?.sequence ?? 0,
    deleted: cluster.deletionRequestedAt !== null,
  };
}

const CREATED: Facts = { power: 'on', generation: 1, run: 1, deleted: false };

/** What a command makes of a cluster. */
export function effectOf(action: Action, before: Facts | undefined): Facts {
  if (!before || action === 'create') {
    return CREATED;
  }
  if (before.deleted) {
    return before;
  }
  const { run, generation } = before;
  switch (action) {
    case 'configure':
      return { ...before, generation: generation + 1 };
    case 'terminate':
      return { ...before, power: 'off' };
    case 'delete':
      return { ...before, power: 'off', deleted: true };
    default:
      return { ...before, power: 'on', run: run + 1 };
  }
}
