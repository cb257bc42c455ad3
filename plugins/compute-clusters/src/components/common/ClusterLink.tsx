import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { ClusterLocation } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { clusterRouteRef } from '../../routes';

/** A cluster's name, leading to its page. */
export function ClusterLink({ cluster }: { cluster: ClusterLocation }) {
  const { kubernetesCluster, namespace, name } = cluster;
  const href = useRouteRef(clusterRouteRef);
  return <Link to={href({ kubernetesCluster, namespace, name })}>{name}</Link>;
}
