import {
  formatCpu,
  formatMemory,
  QuotaLimits,
  ResourceTotals,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { ObservedExecutors } from './ObservedCluster';
import { Finding } from './reasons';

/** What a run's executors would need, and what its namespace may use. */
export interface ExecutorRoom {
  /** Executors that the run is to have at any time. */
  wanted: number;
  /** Executors that it may have. */
  most: number;
  /** One executor. */
  size: ResourceTotals;
  /** All pods of the namespace, as far as they are of compute clusters. */
  used: ResourceTotals;
  hard: QuotaLimits;
}

const RESOURCES = ['cpu', 'memory', 'pods'] as const;

const WORDS = {
  cpu: (amount: number) => `CPU ${formatCpu(amount)}`,
  memory: (amount: number) => `memory ${formatMemory(amount)}`,
  pods: (amount: number) => `pods ${amount}`,
};

/**
 * Says that the quota keeps a run from its executors. Kubernetes tells of this only the driver, in its log, so it is
 * found out by counting: fewer are there than always should be, and the next one does not fit.
 */
export function executorShortage(
  executors: Pick<ObservedExecutors, 'running' | 'pending'>,
  room: ExecutorRoom,
): Finding | null {
  const { wanted } = room;
  const lacking = wanted - executors.running - executors.pending;
  return lacking > 0
    ? noRoom(`for ${lacking} of its ${wanted} executors`, room)
    : null;
}

/**
 * Says that the quota keeps a run from more executors than it has. Whether it wants more only the driver knows, so that
 * this is no fault.
 */
export function executorLimit(
  executors: Pick<ObservedExecutors, 'running' | 'pending'>,
  room: ExecutorRoom,
): Finding | null {
  const there = executors.running + executors.pending;
  const { most } = room;
  return there < most
    ? noRoom(`for more than ${there} of at most ${most} executors`, room)
    : null;
}

/** Null if there is room for another executor. */
function noRoom(
  forWhat: string,
  { size, used, hard }: ExecutorRoom,
): Finding | null {
  const full = RESOURCES.find(resource => {
    const limit = hard[resource];
    return limit !== null && used[resource] + size[resource] > limit;
  });
  if (full === undefined) {
    return null;
  }
  const say = WORDS[full];
  return {
    reason: 'QuotaExceeded',
    message: `The namespace's quota has no room ${forWhat} (requested: ${say(
      size[full],
    )}, used: ${say(used[full])}, limited: ${say(
      hard[full] ?? 0,
    )}); terminate another cluster, choose a smaller node type or ask the platform team for more.`,
  };
}
