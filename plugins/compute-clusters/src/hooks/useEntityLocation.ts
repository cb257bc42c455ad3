import { useEntity } from '@backstage/plugin-catalog-react';
import {
  CLUSTER_LOCATION_ANNOTATION,
  parseClusterLocation,
  type ClusterLocation,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';

/** Where the compute cluster is that the page's entity stands for; undefined if its annotation tells no place. */
export function useEntityLocation(): ClusterLocation | undefined {
  const { entity } = useEntity();
  return parseClusterLocation(
    entity.metadata.annotations?.[CLUSTER_LOCATION_ANNOTATION],
  );
}
