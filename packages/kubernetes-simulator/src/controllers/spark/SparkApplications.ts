import type { Pod } from '../../objects/Pod';
import type { DriverSetup } from './readDriver';

/** A driver that runs. */
export interface SparkApplication {
  setup: DriverSetup;
  driver: Pod;
  /** When its SparkContext was there, in milliseconds. */
  since: number;
  nextExecutor: number;
  /** Ids of executors that ended without being asked to, with the reason. */
  lost: Map<number, string>;
}

/** The Spark applications that run, by their driver's uid. */
export type SparkApplications = Map<string, SparkApplication>;
