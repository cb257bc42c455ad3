import { executorSizing } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { ClusterObjectInput } from '../ClusterObjectInput';
import { Component, runLabels } from '../labels';
import {
  CONFIG_DIRECTORY,
  EXECUTOR_ACCOUNT,
  EXECUTOR_CONTAINER,
  FILES,
} from '../names';
import { volumeMemory } from './volumeProperties';

const COMPONENT: Component = 'executor';

/** A smaller heap than this does not start: Spark reserves 300 MiB and asks for half as much again. */
const SMALLEST_HEAP = 512;

/** What executor pods are and where they may run. */
export function executorProperties(
  input: ClusterObjectInput,
): Record<string, string> {
  return {
    'spark.kubernetes.namespace': input.namespace,
    'spark.kubernetes.container.image': input.image,
    'spark.kubernetes.container.image.pullPolicy': 'IfNotPresent',
    // without it executors would run under an account of others, with its token
    'spark.kubernetes.authenticate.executor.serviceAccountName':
      EXECUTOR_ACCOUNT,
    'spark.kubernetes.executor.podTemplateFile': `${CONFIG_DIRECTORY}/${FILES.executorTemplate}`,
    'spark.kubernetes.executor.podTemplateContainerName': EXECUTOR_CONTAINER,
    ...labelProperties(input),
    ...decommissioning(input),
  };
}

/** How big an executor is: its container asks for exactly the node type's CPU and memory. */
export function executorSizeProperties(
  input: ClusterObjectInput,
): Record<string, string> {
  if (!input.executorNodeType) {
    return {};
  }
  const sizing = executorSizing(input.executorNodeType);
  const scratch = volumeMemory(input.volume);
  const heap = Math.max(sizing.heap - scratch, SMALLEST_HEAP);
  return {
    'spark.executor.cores': String(sizing.taskSlots),
    'spark.executor.memory': `${heap}m`,
    'spark.executor.memoryOverhead': `${sizing.overhead + scratch}m`,
    'spark.kubernetes.executor.request.cores': `${sizing.cpu}m`,
    'spark.kubernetes.executor.limit.cores': `${sizing.cpu}m`,
  };
}

/** Executors are Spark's own pods: labels reach them only through properties. */
function labelProperties(input: ClusterObjectInput): Record<string, string> {
  return Object.fromEntries(
    Object.entries(runLabels(input, COMPONENT)).map(([key, value]) => [
      `spark.kubernetes.executor.label.${key}`,
      value,
    ]),
  );
}

/** A spot machine gives notice before it goes: its executor hands over what it holds. */
function decommissioning(input: ClusterObjectInput): Record<string, string> {
  const spot = String(input.spec.executor?.spot ?? false);
  return {
    'spark.decommission.enabled': spot,
    'spark.storage.decommission.enabled': spot,
  };
}
