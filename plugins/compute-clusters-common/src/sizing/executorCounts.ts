import { ComputeClusterSpec } from '../schema/openapi';

/** How many executors a cluster has when it has nothing to do, and at most. */
export function executorCounts(
  spec: Pick<ComputeClusterSpec, 'executor' | 'autoScaling'>,
): { idle: number; full: number } {
  if (!spec.executor) {
    return { idle: 0, full: 0 };
  }
  const { min, max } = spec.executor;
  return { idle: spec.autoScaling?.enabled ? min : max, full: max };
}
