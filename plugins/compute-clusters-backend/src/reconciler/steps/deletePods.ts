import { KubernetesGateway } from '../../kubernetes/KubernetesGateway';
import { clusterSelector, Component, LABELS } from '../../kubernetes/objects';

/** Deletes the pods of one component of a run. */
export async function deletePods(
  gateway: KubernetesGateway,
  pods: {
    clusterId: string;
    namespace: string;
    run: number;
    component: Component;
  },
): Promise<void> {
  await gateway.deleteAll(
    { apiVersion: 'v1', kind: 'Pod', namespace: pods.namespace },
    {
      ...clusterSelector(pods),
      [LABELS.run]: String(pods.run),
      [LABELS.component]: pods.component,
    },
  );
}
