export { driverSizing } from './driverSizing';
export { executorSizing } from './executorSizing';
export { clusterTotals, type ClusterTotals } from './clusterTotals';
export type { Sizing } from './sizingOf';
