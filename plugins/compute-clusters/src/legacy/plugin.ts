import type { JSX } from 'react';
import {
  createApiFactory,
  createComponentExtension,
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

/**
 * Overview card for the entity page of a compute cluster; show it `if={isComputeCluster}`.
 *
 * @public
 */
export const EntityComputeClusterCard: () => JSX.Element =
  computeClustersPlugin.provide(
    createComponentExtension({
      name: 'EntityComputeClusterCard',
      component: {
        lazy: () =>
          import('../components/EntityComputeClusterCard').then(
            m => m.EntityComputeClusterCard,
          ),
      },
    }),
  );

/**
 * Card with the compute clusters of a Group or User.
 *
 * @public
 */
export const EntityOwnedComputeClustersCard: () => JSX.Element =
  computeClustersPlugin.provide(
    createComponentExtension({
      name: 'EntityOwnedComputeClustersCard',
      component: {
        lazy: () =>
          import('../components/EntityOwnedComputeClustersCard').then(
            m => m.EntityOwnedComputeClustersCard,
          ),
      },
    }),
  );
