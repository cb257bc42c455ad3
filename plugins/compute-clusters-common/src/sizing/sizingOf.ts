import { NodeType } from '../schema/openapi';

/**
 * What a container of a node type gets, and how Spark divides it.
 *
 * @public
 */
export interface Sizing {
  /** The JVM's heap in MiB. */
  heap: number;
  /** What is left of the memory for everything else, in MiB. */
  overhead: number;
  /** The container's memory in MiB; request and limit. */
  memory: number;
  /** The container's CPU in millicores; request and limit. */
  cpu: number;
  /** How many tasks Spark runs at once in it. */
  taskSlots: number;
}

const OVERHEAD_FACTOR = { jvm: 0.1, python: 0.4 };
const MIN_OVERHEAD_MIB = 384;
const TASK_SLOTS_PER_CPU = 1.5;

/** Divides a node type's memory; `python` when Python workers run beside the JVM. */
export function sizingOf(
  nodeType: Pick<NodeType, 'cpu' | 'memory'>,
  workers: 'jvm' | 'python',
): Sizing {
  const { cpu, memory } = nodeType;
  const shared = Math.floor(memory / (1 + OVERHEAD_FACTOR[workers]));
  const heap =
    memory - shared < MIN_OVERHEAD_MIB ? memory - MIN_OVERHEAD_MIB : shared;
  const taskSlots = Math.max(Math.ceil((cpu * TASK_SLOTS_PER_CPU) / 1000), 1);
  return { heap, overhead: memory - heap, memory, cpu, taskSlots };
}
