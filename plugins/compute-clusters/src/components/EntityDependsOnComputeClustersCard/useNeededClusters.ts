import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useQuery } from '@tanstack/react-query';
import {
  CLUSTER_ID_ANNOTATION,
  type ComputeCluster,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { queryKeys } from '../../api/queryKeys';
import { useClusters } from '../../hooks/useClusters';
import { clustersNeededBy } from './clustersNeededBy';

const SHOWN = 50;

/** A compute cluster as the catalog knows it, with what its backend tells: nothing to whom may not see it. */
export type NeededCluster = {
  entity: Entity;
  cluster: ComputeCluster | undefined;
};

/** The compute clusters that an entity depends on: one request to the catalog, and one for all their states. */
export function useNeededClusters(entity: Entity) {
  const needed = useNeededEntities(entity);
  const ids = (needed.data?.items ?? []).flatMap(each => idOf(each) ?? []);
  const states = useClusters(
    { id: ids, limit: SHOWN },
    { enabled: ids.length > 0 },
  );
  const clusters = new Map(
    states.data?.items.map(cluster => [cluster.id, cluster]),
  );
  const ready = needed.data && (ids.length === 0 || states.data);
  return {
    error: needed.error ?? states.error,
    refetch: (needed.error ? needed : states).refetch,
    data: ready && {
      totalItems: needed.data.totalItems,
      items: needed.data.items.map(
        (each): NeededCluster => ({
          entity: each,
          cluster: clusters.get(idOf(each) ?? ''),
        }),
      ),
    },
  };
}

function useNeededEntities(entity: Entity) {
  const catalog = useApi(catalogApiRef);
  return useQuery({
    queryKey: queryKeys.needed(stringifyEntityRef(entity)),
    queryFn: () =>
      catalog.queryEntities({
        query: clustersNeededBy(entity),
        fields: ['kind', 'metadata', 'spec.owner'],
        orderFields: [{ field: 'metadata.name', order: 'asc' }],
        limit: SHOWN,
      }),
  });
}

function idOf({ metadata }: Entity): string | undefined {
  return metadata.annotations?.[CLUSTER_ID_ANNOTATION];
}
