import { useRouteRef } from '@backstage/core-plugin-api';
import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import {
  CLONE_PARAMETER,
  configureClusterRouteRef,
  createClusterRouteRef,
} from '../routes';
import { canConfigure } from './clusterState';
import { useClusterAccess } from './useClusterAccess';
import { useOwnerHint } from './useOwnerHint';
import { useMe } from './useReferenceData';
import { useTexts } from './useTexts';

/** A page on which something can be done with a cluster. */
export type ClusterLink = {
  /** Undefined while it is not known whether the caller may go there. */
  to: string | undefined;
  /** Why it does not help now. */
  reason: string | undefined;
};

/** The page that configures a cluster. */
export function useConfigureLink(cluster: ComputeCluster): ClusterLink {
  const t = useTexts();
  const access = useClusterAccess(cluster);
  const ownerHint = useOwnerHint(cluster);
  const to = useRouteRef(configureClusterRouteRef)(cluster);
  const stateHint = canConfigure(cluster) ? undefined : t('configure.hint');
  if (access.loading) return { to: undefined, reason: stateHint };
  return { to, reason: access.configure ? stateHint : ownerHint };
}

/** The page that creates another cluster like this one. */
export function useCloneLink(cluster: ComputeCluster): ClusterLink {
  const t = useTexts();
  const me = useMe().data;
  const create = useRouteRef(createClusterRouteRef)();
  const { kubernetesCluster, namespace, name } = cluster;
  const source = `${kubernetesCluster}/${namespace}/${name}`;
  return {
    to: me && `${create}?${new URLSearchParams({ [CLONE_PARAMETER]: source })}`,
    reason: me && !me.canCreate ? t('list.createHint') : undefined,
  };
}
