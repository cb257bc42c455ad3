export { lifecycleBenchmark } from './lifecycleBenchmark';
