/**
 * How long things take, in simulated milliseconds.
 *
 * @public
 */
export interface Timings {
  /** From a pod's creation to its node. */
  scheduling: number;
  /** From a pod's node to its running containers. */
  containerStart: number;
  /** From a driver's running container to its readiness. */
  driverReady: number;
  /** From a pod's deletion to its end. */
  termination: number;
  /** From a running container to its simulated failure. */
  failure: number;
  /** Between a driver's tries to get executors. */
  executorAllocation: number;
  /** Between changes of the demo workload. */
  workload: number;
}

/** About what a real cluster with a warm image cache needs. */
export const DEFAULT_TIMINGS: Timings = {
  scheduling: 20,
  containerStart: 1_000,
  driverReady: 4_000,
  termination: 1_200,
  failure: 1_000,
  executorAllocation: 5_000,
  workload: 30_000,
};
