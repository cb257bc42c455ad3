import type { JSX } from 'react';
import {
  createApiFactory,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { ComputeClustersClient } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { computeClustersApiRef } from '../api/ComputeClustersApi';
import {
  ComputeClustersQueries,
  computeClustersQueriesApiRef,
} from '../api/ComputeClustersQueries';
import {
  clusterRouteRef,
  configureClusterRouteRef,
  costRouteRef,
  createClusterRouteRef,
  rootRouteRef,
} from '../routes';

/**
 * The compute clusters plugin for the classic frontend system.
 *
 * @public
 */
export const computeClustersPlugin = createPlugin({
  id: 'compute-clusters',
  routes: {
    root: rootRouteRef,
    create: createClusterRouteRef,
    cluster: clusterRouteRef,
    configure: configureClusterRouteRef,
    cost: costRouteRef,
  },
  apis: [
    createApiFactory({
      api: computeClustersApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new ComputeClustersClient(deps),
    }),
    createApiFactory({
      api: computeClustersQueriesApiRef,
      deps: {},
      factory: () => ComputeClustersQueries.create(),
    }),
  ],
});

/**
 * The list page and all below it: `<Route path="/compute-clusters" element={<ComputeClustersPage />} />`.
 *
 * @public
 */
export const ComputeClustersPage: () => JSX.Element =
  computeClustersPlugin.provide(
    createRoutableExtension({
      name: 'ComputeClustersPage',
      component: () =>
        import('./ComputeClustersPage').then(m => m.ComputeClustersPage),
      mountPoint: rootRouteRef,
    }),
  );
