import { ComputeClusterSpec } from '@compute-clusters/backstage-plugin-compute-clusters-common';

/** How many executors there are: dynamically allocated, or a fixed number while auto scaling is off. */
export function allocationProperties(
  spec: ComputeClusterSpec,
): Record<string, string> {
  if (!spec.executor) {
    return {};
  }
  return {
    ...podAllocation(spec.executor.max),
    ...(spec.autoScaling?.enabled
      ? dynamicAllocation(
          spec.executor,
          `${spec.autoScaling.idleTimeoutMinutes}m`,
        )
      : fixedAllocation(spec.executor.max)),
  };
}

function dynamicAllocation(
  executor: { min: number; max: number },
  idleTimeout: string,
): Record<string, string> {
  return {
    'spark.dynamicAllocation.enabled': 'true',
    'spark.dynamicAllocation.minExecutors': String(executor.min),
    'spark.dynamicAllocation.initialExecutors': String(executor.min),
    'spark.dynamicAllocation.maxExecutors': String(executor.max),
    'spark.dynamicAllocation.executorIdleTimeout': idleTimeout,
    // both are infinite by default: executors with cached or shuffled data would never leave
    'spark.dynamicAllocation.cachedExecutorIdleTimeout': idleTimeout,
    'spark.dynamicAllocation.shuffleTracking.enabled': 'true',
    'spark.dynamicAllocation.shuffleTracking.timeout': idleTimeout,
  };
}

function fixedAllocation(count: number): Record<string, string> {
  return {
    'spark.dynamicAllocation.enabled': 'false',
    'spark.executor.instances': String(count),
    // a driver is ready without its executors: a full quota must not keep queries from running on those there are
    'spark.scheduler.minRegisteredResourcesRatio': '0',
  };
}

function podAllocation(max: number): Record<string, string> {
  return {
    // each refusal by a quota counts as a failed executor; the default limit of twice the maximum ends the driver in 5 s
    'spark.executor.maxNumFailures': '1000000',
    'spark.executor.failuresValidityInterval': '10m',
    // refused executors are asked for again every 5 s, not every second
    'spark.kubernetes.allocation.batch.delay': '5s',
    'spark.kubernetes.allocation.batch.size': '20',
    // unlimited by default
    'spark.kubernetes.allocation.maxPendingPods': String(max),
  };
}
