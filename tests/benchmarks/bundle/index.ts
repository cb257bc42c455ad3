export { bundleBenchmark } from './bundleBenchmark';
