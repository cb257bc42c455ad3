import {
  BatchV1Api,
  CoreV1Api,
  type KubeConfig,
  type KubernetesListObject,
  type KubernetesObject,
  type V1Pod,
} from '@kubernetes/client-node';
import { CLUSTER_ID_ANNOTATION } from '@compute-clusters/backstage-plugin-compute-clusters-common';

/** What Kubernetes has of one compute cluster, read past the product. */
export class ClusterObjects {
  private readonly core: CoreV1Api;
  private readonly batch: BatchV1Api;

  constructor(
    kubeConfig: KubeConfig,
    private readonly cluster: { id: string; namespace: string },
  ) {
    this.core = kubeConfig.makeApiClient(CoreV1Api);
    this.batch = kubeConfig.makeApiClient(BatchV1Api);
  }

  /** Driver pods that still run or may run. */
  async drivers(): Promise<V1Pod[]> {
    return this.livePods('driver');
  }

  /** Executor pods that still run or may run. */
  async executors(): Promise<V1Pod[]> {
    return this.livePods('executor');
  }

  /** `Kind/name` of what runs: Jobs and pods, ended ones too. */
  async workload(): Promise<string[]> {
    const { batch, core, query } = this;
    return [
      ...names('Job', await batch.listNamespacedJob(query())),
      ...names('Pod', await core.listNamespacedPod(query())),
    ];
  }

  /** `Kind/name` of everything with the cluster's label. */
  async all(): Promise<string[]> {
    const { core, query } = this;
    return [
      ...(await this.workload()),
      ...names('ConfigMap', await core.listNamespacedConfigMap(query())),
      ...names('Secret', await core.listNamespacedSecret(query())),
      ...names('Service', await core.listNamespacedService(query())),
      ...names(
        'PersistentVolumeClaim',
        await core.listNamespacedPersistentVolumeClaim(query()),
      ),
    ];
  }

  private async livePods(component: string): Promise<V1Pod[]> {
    const label = `compute-clusters.backstage.io/component=${component}`;
    const { items } = await this.core.listNamespacedPod(this.query(label));
    const ended = ['Succeeded', 'Failed'];
    return items.filter(pod => !ended.includes(pod.status?.phase ?? ''));
  }

  private readonly query = (...labels: string[]) => ({
    namespace: this.cluster.namespace,
    labelSelector: [
      `${CLUSTER_ID_ANNOTATION}=${this.cluster.id}`,
      ...labels,
    ].join(','),
  });
}

function names(
  kind: string,
  list: KubernetesListObject<KubernetesObject>,
): string[] {
  return list.items.map(({ metadata }) => `${kind}/${metadata?.name}`);
}
