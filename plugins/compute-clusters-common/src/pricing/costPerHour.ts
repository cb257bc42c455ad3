import {
  ComputeClusterSpec,
  CostPerHour,
  NodeType,
  Price,
} from '../schema/openapi';
import { executorCounts } from '../sizing/executorCounts';
import { priceOfPod } from './priceOfPod';

/**
 * What a cluster costs an hour. Null where it cannot be told: a node type without a price, or prices in two currencies.
 *
 * @public
 */
export function costPerHour(
  spec: Pick<ComputeClusterSpec, 'driver' | 'executor' | 'autoScaling'>,
  nodeTypes: NodeType[],
): CostPerHour | null {
  const priceOf = (name: string): Price | null =>
    nodeTypes.find(type => type.name === name)?.price ?? null;
  const driver = priceOf(spec.driver.nodeType);
  if (!spec.executor) {
    return driver && costOf(driver, 0, { idle: 0, full: 0 });
  }
  const executor = priceOf(spec.executor.nodeType);
  if (!driver || !executor || driver.currency !== executor.currency) {
    return null;
  }
  const each = priceOfPod(executor, spec.executor);
  return costOf(driver, each, executorCounts(spec));
}

function costOf(
  driver: Price,
  executor: number,
  counts: { idle: number; full: number },
): CostPerHour {
  return {
    idle: driver.onDemand + counts.idle * executor,
    full: driver.onDemand + counts.full * executor,
    currency: driver.currency,
  };
}
