export { newCluster } from './newCluster';
export { testSpec } from './testSpec';
export { testStores } from './testStores';
