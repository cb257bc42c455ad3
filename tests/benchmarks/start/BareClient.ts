import {
  BatchV1Api,
  CoreV1Api,
  type KubeConfig,
  type KubernetesObject,
} from '@kubernetes/client-node';
import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { waitUntil } from '../../support/waitUntil';
import { KeepAliveHttp } from '../support/KeepAliveHttp';
import { copyFor, patternOf, PRODUCT_PREFIX } from './objectPattern';

const NAMESPACE = 'bench-bare';

/** A client that does nothing but make the same objects: what this machine can do at best. */
export class BareClient {
  static readonly namespace = NAMESPACE;

  /** Takes what the product made for one cluster as its pattern. */
  static async fromCluster(
    kubeConfig: KubeConfig,
    cluster: ComputeCluster,
  ): Promise<BareClient> {
    const pattern = await readObjects(kubeConfig, cluster);
    return new BareClient(new KeepAliveHttp(kubeConfig), pattern, cluster);
  }

  private constructor(
    private readonly http: KeepAliveHttp,
    private readonly pattern: KubernetesObject[],
    private readonly cluster: ComputeCluster,
  ) {}

  /** Makes the namespace, with the service account that drivers use. */
  async prepare(): Promise<void> {
    await this.http.send('POST', '/api/v1/namespaces', {
      metadata: { name: NAMESPACE },
    });
    await this.http.send(
      'POST',
      `/api/v1/namespaces/${NAMESPACE}/serviceaccounts`,
      { metadata: { name: 'spark-driver' } },
    );
  }

  /** Makes the objects of one more cluster, in the product's order. */
  async create(cluster: { id: string; name: string }): Promise<void> {
    for (const object of this.pattern) {
      const copy = copyFor(object, this.cluster, cluster);
      await this.http.send('POST', pathOf(copy), copy);
    }
  }

  /** Deletes all that it made, and waits: the next burst shall have the machine for itself. */
  async tidy(): Promise<void> {
    const namespace = `/api/v1/namespaces/${NAMESPACE}`;
    await this.http.send('DELETE', namespace);
    await waitUntil(
      'the namespace of the bare client is gone',
      async () => (await this.http.statusOf('GET', namespace)) === 404,
      { timeoutMs: 300_000, everyMs: 1_000 },
    );
  }

  close(): void {
    this.http.close();
  }
}

async function readObjects(
  kubeConfig: KubeConfig,
  { id, namespace }: ComputeCluster,
): Promise<KubernetesObject[]> {
  const core = kubeConfig.makeApiClient(CoreV1Api);
  const batch = kubeConfig.makeApiClient(BatchV1Api);
  const query = {
    namespace,
    labelSelector: `${PRODUCT_PREFIX}/cluster-id=${id}`,
  };
  const [secrets, configMaps, services, jobs] = await Promise.all([
    core.listNamespacedSecret(query),
    core.listNamespacedConfigMap(query),
    core.listNamespacedService(query),
    batch.listNamespacedJob(query),
  ]);
  return [
    ...secrets.items.map(object => patternOf('v1', 'Secret', object)),
    ...configMaps.items.map(object => patternOf('v1', 'ConfigMap', object)),
    ...services.items.map(object => patternOf('v1', 'Service', object)),
    ...jobs.items.map(object => patternOf('batch/v1', 'Job', object)),
  ];
}

function pathOf({ apiVersion, kind }: KubernetesObject): string {
  const group = apiVersion === 'v1' ? '/api/v1' : `/apis/${apiVersion}`;
  return `${group}/namespaces/${NAMESPACE}/${kind?.toLowerCase()}s`;
}
