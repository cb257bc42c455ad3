import { useRouteRef } from '@backstage/core-plugin-api';
import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import {
  CLONE_PARAMETER,
  configureClusterRouteRef,
  createClusterRouteRef,
} from '../routes';
import { canConfigure } from './clusterState';
import { useClusterAccess } from './useClusterAccess';
import { useMe } from './useReferenceData';
import { useTexts } from './useTexts';

/** A page on which something can be done with a cluster. */
export type ClusterLink = {
  key: 'configure' | 'clone';
  to: string;
  /** Why it cannot be done now; empty if it can. */
  hint: string;
  disabled: boolean;
};

/** The pages that configure and clone a cluster, with the reason where they do not help now. */
export function useClusterLinks(cluster: ComputeCluster): ClusterLink[] {
  const t = useTexts();
  const me = useMe().data;
  const access = useClusterAccess(cluster);
  const configure = useRouteRef(configureClusterRouteRef)(cluster);
  const create = useRouteRef(createClusterRouteRef)();
  const { kubernetesCluster, namespace, name } = cluster;
  const source = `${kubernetesCluster}/${namespace}/${name}`;
  const owner = cluster.ownerRef ?? t('detail.noOwner');
  const hintOf = (allowed: boolean, refusal: string) =>
    allowed || access.loading ? '' : refusal;
  const cloneHint = hintOf(Boolean(me?.canCreate), t('list.createHint'));
  const clone: ClusterLink = {
    key: 'clone',
    to: `${create}?${new URLSearchParams({ [CLONE_PARAMETER]: source })}`,
    hint: cloneHint,
    disabled: !me || cloneHint !== '',
  };
  const configureHint =
    hintOf(access.configure, t('command.notAllowed', { owner })) ||
    (canConfigure(cluster) ? '' : t('configure.hint'));
  return [
    {
      key: 'configure',
      to: configure,
      hint: configureHint,
      disabled: access.loading || configureHint !== '',
    },
    clone,
  ];
}
