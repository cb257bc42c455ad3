export { createRouter } from './createRouter';
export type { AddRoutes, OpenApiRouter } from './AddRoutes';
export { callOf, clusterCallOf } from './callOf';
