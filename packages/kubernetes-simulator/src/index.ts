/**
 * An embedded Kubernetes API server for demos and tests.
 *
 * @packageDocumentation
 */
export { KubernetesSimulator } from './KubernetesSimulator';
export type { KubernetesSimulatorOptions } from './SimulatorOptions';
export type { NodeOptions } from './objects/demoNodes';
export type { ForbidRule } from './faults/Faults';
export type { SparkUse } from './controllers/spark/SparkUse';
export type { Timings } from './controllers/Timings';
export { ManualClock, SystemClock } from './clock';
export type { Clock } from './clock';
export { runCli } from './cli/runCli';
