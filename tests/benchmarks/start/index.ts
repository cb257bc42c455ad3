export { startBenchmark } from './startBenchmark';
