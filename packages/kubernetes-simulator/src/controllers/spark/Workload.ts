import type { Clock } from '../../clock';
import type { SparkConf } from './SparkConf';

/** Says how many executors a driver wants at the moment. */
export interface Workload {
  targetOf(driverUid: string, conf: SparkConf, readySince: number): number;
}

/** Nobody sends queries: the minimum is enough. */
export class IdleWorkload implements Workload {
  targetOf(_driverUid: string, conf: SparkConf): number {
    return conf.minExecutors;
  }
}

/** A number between 0 and 1 that looks random and is the same every time. */
function noise(text: string): number {
  let hash = 2166136261;
  for (const char of text) {
    hash = Math.imul(hash ^ char.charCodeAt(0), 16777619);
  }
  // The last characters need stirring before they move the upper bits.
  hash = Math.imul(hash ^ (hash >>> 15), 2246822507);
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
}

/** Now and then somebody sends queries, so that a page that shows the cluster shows life. */
export class DemoWorkload implements Workload {
  constructor(private readonly clock: Clock, private readonly period: number) {}

  targetOf(driverUid: string, conf: SparkConf, readySince: number): number {
    const age = this.clock.now().getTime() - readySince;
    const turn = Math.floor(age / this.period);
    const luck = noise(`${driverUid}/${turn}`);
    const span = conf.maxExecutors - conf.minExecutors;
    // Idle in the beginning and half of the time.
    if (turn === 0 || luck < 0.5) return conf.minExecutors;
    return conf.minExecutors + Math.ceil((luck - 0.5) * 2 * span);
  }
}
