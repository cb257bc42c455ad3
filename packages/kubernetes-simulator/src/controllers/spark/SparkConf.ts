import { Quantity } from '../../objects/Quantity';

const MEMORY_UNITS: Record<string, number> = {
  '': 1 / 1024,
  k: 1 / 1024,
  m: 1,
  g: 1024,
  t: 1024 * 1024,
};
const MIN_OVERHEAD = 384;

/** Properties of a Spark application. */
export class SparkConf {
  constructor(private readonly properties: ReadonlyMap<string, string>) {}

  /** Reads a spark-defaults.conf: a key, then white space or `=`, then the value. */
  static parseFile(text: string): Map<string, string> {
    const properties = new Map<string, string>();
    for (const line of text.split('\n')) {
      const match = /^\s*([^\s#=:][^\s=:]*)(?:\s*[=:]\s*|\s+)(.*?)\s*$/.exec(
        line,
      );
      if (match) properties.set(match[1], match[2]);
    }
    return properties;
  }

  get(key: string): string | undefined {
    return this.properties.get(key);
  }

  number(key: string, fallback: number): number {
    const value = Number(this.properties.get(key) ?? fallback);
    return Number.isFinite(value) ? value : fallback;
  }

  flag(key: string): boolean {
    return this.properties.get(key) === 'true';
  }

  /** What follows a prefix, with its value. */
  startingWith(prefix: string): Record<string, string> {
    return Object.fromEntries(
      [...this.properties]
        .filter(([key]) => key.startsWith(prefix))
        .map(([key, value]) => [key.slice(prefix.length), value]),
    );
  }

  entries(): Array<[string, string]> {
    return [...this.properties];
  }

  /** Single-node applications have no executors. */
  get isLocal(): boolean {
    return (this.get('spark.master') ?? '').startsWith('local');
  }

  get minExecutors(): number {
    if (this.isLocal) return 0;
    return this.flag('spark.dynamicAllocation.enabled')
      ? this.number('spark.dynamicAllocation.minExecutors', 0)
      : this.number('spark.executor.instances', 2);
  }

  get maxExecutors(): number {
    if (this.isLocal) return 0;
    return this.flag('spark.dynamicAllocation.enabled')
      ? this.number('spark.dynamicAllocation.maxExecutors', this.minExecutors)
      : this.minExecutors;
  }

  /** What an executor's container asks for, in MiB, as Spark computes it. */
  get executorMemory(): number {
    const heap = this.mebibytes('spark.executor.memory', 1024);
    const factor = this.number('spark.executor.memoryOverheadFactor', 0.1);
    const overhead = this.mebibytes(
      'spark.executor.memoryOverhead',
      Math.max(Math.floor(heap * factor), MIN_OVERHEAD),
    );
    return (
      heap +
      overhead +
      this.mebibytes('spark.memory.offHeap.size', 0) +
      this.mebibytes('spark.executor.pyspark.memory', 0)
    );
  }

  get executorCpu(): string {
    const cores = this.get('spark.executor.cores') ?? '1';
    return this.get('spark.kubernetes.executor.request.cores') ?? cores;
  }

  get executorTaskSlots(): number {
    return this.number('spark.executor.cores', 1);
  }

  /** Memory without a unit is in MiB, as in Spark. */
  private mebibytes(key: string, fallback: number): number {
    const text = (this.get(key) ?? '').trim().toLowerCase();
    if (text === '') return fallback;
    const match = /^(\d+)([kmgt]?)(?:i?b)?$/.exec(text);
    if (!match) return Quantity.of(text).milli / 1000 / 1024 / 1024;
    return Math.ceil(Number(match[1]) * MEMORY_UNITS[match[2] || 'm']);
  }
}
