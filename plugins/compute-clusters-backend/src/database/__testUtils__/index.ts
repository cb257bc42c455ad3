export { newCluster } from './newCluster';
export { observed } from './observed';
export { testSpec } from './testSpec';
export { testStores } from './testStores';
