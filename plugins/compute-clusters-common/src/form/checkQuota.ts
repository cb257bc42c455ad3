import { formatCpu } from '../format/formatCpu';
import { formatMemory } from '../format/formatMemory';
import { Problem, QuotaLimits } from '../schema/openapi';
import { ClusterTotals } from '../sizing/clusterTotals';

const RESOURCES = [
  { key: 'cpu', format: formatCpu },
  { key: 'memory', format: formatMemory },
  { key: 'pods', format: (pods: number) => `${pods} pods` },
] as const;

/**
 * Whether a cluster at full scale would fit into a namespace's quota, if it were alone there. What others use at the
 * moment does not count: it may be free when this cluster needs it.
 *
 * @public
 */
export function checkQuota(
  totals: ClusterTotals,
  limits: QuotaLimits,
): Problem[] {
  const { full } = totals;
  // Fewer executors help first; without any, only a smaller driver does.
  const path = full.pods > 1 ? 'spec.executor.max' : 'spec.driver.nodeType';
  return RESOURCES.flatMap(({ key, format }) => {
    const limit = limits[key];
    if (limit === null || full[key] <= limit) {
      return [];
    }
    const message = `At full scale the cluster asks for ${format(
      full[key],
    )}; the namespace has a quota of ${format(limit)}.`;
    return [{ path, code: 'over-quota', message }];
  });
}
