import {
  ComputeClusterSpec,
  NodeType,
  ResourceTotals,
} from '../schema/openapi';
import { executorCounts } from './executorCounts';

/**
 * What all pods of a cluster ask for: with the least executors, and at full scale.
 *
 * @public
 */
export interface ClusterTotals {
  idle: ResourceTotals;
  full: ResourceTotals;
}

/**
 * Adds up what a cluster asks for. A node type that is not in the list counts nothing; `checkReferences` reports it.
 *
 * @public
 */
export function clusterTotals(
  spec: Pick<ComputeClusterSpec, 'driver' | 'executor' | 'autoScaling'>,
  nodeTypes: NodeType[],
): ClusterTotals {
  const find = (name?: string) => nodeTypes.find(type => type.name === name);
  const driver = find(spec.driver.nodeType);
  const executor = find(spec.executor?.nodeType);
  const totals = (executors: number) => ({
    cpu: (driver?.cpu ?? 0) + executors * (executor?.cpu ?? 0),
    memory: (driver?.memory ?? 0) + executors * (executor?.memory ?? 0),
    pods: 1 + executors,
  });
  const { idle, full } = executorCounts(spec);
  return { idle: totals(idle), full: totals(full) };
}
