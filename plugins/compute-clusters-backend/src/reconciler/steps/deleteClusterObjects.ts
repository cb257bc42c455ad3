import { KubernetesGateway } from '../../kubernetes/KubernetesGateway';
import { clusterSelector } from '../../kubernetes/objects';

/** Kinds that a compute cluster may own, those first that make others. */
const KINDS = [
  { apiVersion: 'batch/v1', kind: 'Job' },
  { apiVersion: 'v1', kind: 'Service' },
  { apiVersion: 'v1', kind: 'ConfigMap' },
  { apiVersion: 'v1', kind: 'Secret' },
];

/** Deletes everything in a namespace that carries a cluster's id, pods through their Jobs. */
export async function deleteClusterObjects(
  gateway: KubernetesGateway,
  cluster: { clusterId: string; namespace: string },
): Promise<void> {
  const [jobs, ...others] = KINDS;
  const remove = (kind: typeof jobs) =>
    gateway.deleteAll(
      { ...kind, namespace: cluster.namespace },
      clusterSelector(cluster),
    );
  await remove(jobs);
  await Promise.all(others.map(remove));
}
