export { logSearchBenchmark } from './logSearchBenchmark';
