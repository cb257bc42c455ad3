import { CreateClusterRequest } from '@compute-clusters/backstage-plugin-compute-clusters-common';

/** A request for a cluster, for tests. */
export function createRequest(
  changes: Partial<CreateClusterRequest> = {},
): CreateClusterRequest {
  return {
    namespace: 'data-eng',
    name: 'etl',
    spec: {
      driver: { nodeType: 'driver-small' },
      executor: { nodeType: 'executor-small', min: 0, max: 4 },
    },
    ...changes,
  };
}
