import {
  ApiBlueprint,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { ComputeClustersClient } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { computeClustersApiRef } from '../api/ComputeClustersApi';
import {
  ComputeClustersQueries,
  computeClustersQueriesApiRef,
} from '../api/ComputeClustersQueries';

/** The client of our API. */
export const clientApi = ApiBlueprint.make({
  name: 'client',
  params: define =>
    define({
      api: computeClustersApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new ComputeClustersClient(deps),
    }),
});

/** The cache that all pages and cards share. */
export const queriesApi = ApiBlueprint.make({
  name: 'queries',
  params: define =>
    define({
      api: computeClustersQueriesApiRef,
      deps: {},
      factory: () => ComputeClustersQueries.create(),
    }),
});
