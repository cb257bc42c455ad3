import { createApiRef } from '@backstage/core-plugin-api';
import type { ComputeClustersApi } from '@compute-clusters/backstage-plugin-compute-clusters-common';

export type { ComputeClustersApi };

/**
 * The compute clusters' REST API, as every page and card reaches it.
 *
 * @public
 */
export const computeClustersApiRef = createApiRef<ComputeClustersApi>({
  id: 'plugin.compute-clusters.client',
});
