export { type SparkActivity, SparkActivityReader } from './SparkActivityReader';
export { type DriverPod, SparkRest } from './SparkRest';
