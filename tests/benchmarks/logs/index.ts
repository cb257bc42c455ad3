export { logBenchmark } from './logBenchmark';
