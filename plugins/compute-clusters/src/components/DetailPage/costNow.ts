import {
  priceOfPod,
  type ComputeCluster,
  type Money,
  type NodeType,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';

/**
 * What runs of a cluster now costs an hour, in minor units: its driver once it is ready, and its running executors.
 * Undefined where nothing runs, or it cannot be told: a node type without a price, or prices in two currencies.
 */
export function costNow(
  { spec, status }: Pick<ComputeCluster, 'spec' | 'status'>,
  nodeTypes: readonly NodeType[],
): Money | undefined {
  const priceOf = (name: string) =>
    nodeTypes.find(type => type.name === name)?.price;
  const running = spec.executor ? status.executors.running : 0;
  const driver = priceOf(spec.driver.nodeType);
  const executor =
    running > 0 && spec.executor ? priceOf(spec.executor.nodeType) : driver;
  const runs = status.driver.ready || running > 0;
  if (!runs || !driver || !executor || driver.currency !== executor.currency) {
    return undefined;
  }
  const each = priceOfPod(executor, { spot: spec.executor?.spot ?? false });
  const amount = (status.driver.ready ? driver.onDemand : 0) + running * each;
  return { amount, currency: driver.currency };
}
