import { CLUSTER_ID_ANNOTATION } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import {
  BatchV1Api,
  CoreV1Api,
  type KubeConfig,
  type KubernetesListObject,
  type KubernetesObject,
} from '@kubernetes/client-node';

/** `Kind/name` of all objects that carry the id of a cluster other than these, in all namespaces. */
export async function orphansIn(
  kubeConfig: KubeConfig,
  clusterIds: string[],
): Promise<string[]> {
  const core = kubeConfig.makeApiClient(CoreV1Api);
  const batch = kubeConfig.makeApiClient(BatchV1Api);
  const query = { labelSelector: CLUSTER_ID_ANNOTATION };
  const known = new Set(clusterIds);
  const names = (
    kind: string,
    { items }: KubernetesListObject<KubernetesObject>,
  ) =>
    items
      .filter(
        ({ metadata }) =>
          !known.has(metadata?.labels?.[CLUSTER_ID_ANNOTATION] ?? ''),
      )
      .map(({ metadata }) => `${kind}/${metadata?.name}`);
  return [
    ...names('Job', await batch.listJobForAllNamespaces(query)),
    ...names('Pod', await core.listPodForAllNamespaces(query)),
    ...names('ConfigMap', await core.listConfigMapForAllNamespaces(query)),
    ...names('Secret', await core.listSecretForAllNamespaces(query)),
    ...names('Service', await core.listServiceForAllNamespaces(query)),
    ...names(
      'PersistentVolumeClaim',
      await core.listPersistentVolumeClaimForAllNamespaces(query),
    ),
  ];
}
