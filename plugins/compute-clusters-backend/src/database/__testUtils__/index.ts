export { newCluster } from './newCluster';
export { observed } from './observed';
export { recentStores } from './recentStores';
export { testSpec } from './testSpec';
export { testStores } from './testStores';
export { usageInterval } from './usageInterval';
