import type { V1Pod, V1PodList } from '@kubernetes/client-node';
import { waitUntil } from '../../support/waitUntil';
import type { KeepAliveHttp } from '../support/KeepAliveHttp';
import { PRODUCT_PREFIX } from '../start/objectPattern';
import { executorPod } from './executorPod';
import { inParallel } from '../support/inParallel';

const AT_ONCE = 20;
const ALL_PODS = '/api/v1/pods';
const NO_GRACE = { gracePeriodSeconds: 0 };

/** The driver of one compute cluster. */
export interface Driver {
  clusterId: string;
  pod: V1Pod;
}

/** The pods of the benchmark's clusters, changed behind the product's back. */
export class ClusterPods {
  /** Finds the drivers of all clusters, in the API server's order. */
  static async find(http: KeepAliveHttp): Promise<ClusterPods> {
    const selector = encodeURIComponent(`${PRODUCT_PREFIX}/component=driver`);
    const text = await http.send(
      'GET',
      `${ALL_PODS}?labelSelector=${selector}`,
    );
    const list: V1PodList = JSON.parse(text);
    const drivers = list.items.map(pod => ({
      clusterId: pod.metadata?.labels?.[`${PRODUCT_PREFIX}/cluster-id`] ?? '',
      pod,
    }));
    return new ClusterPods(http, drivers);
  }

  private constructor(
    private readonly http: KeepAliveHttp,
    readonly drivers: Driver[],
  ) {}

  /** Gives each driver so many executors, and waits until all of them run. */
  async addExecutors(count: number): Promise<void> {
    await this.run(
      this.drivers.flatMap(({ pod }) =>
        Array.from({ length: count }, (_, i) => executorPod(pod, i + 1)),
      ),
    );
  }

  /** Gives drivers an executor that was taken from them, and waits until it runs. */
  async putBackExecutor(drivers: Driver[], number: number): Promise<void> {
    await this.run(drivers.map(({ pod }) => executorPod(pod, number)));
  }

  /** Takes one executor from every cluster. */
  async removeExecutors(number: number): Promise<void> {
    await inParallel(this.drivers, AT_ONCE, driver =>
      this.removeExecutor(driver, number),
    );
  }

  /** Takes one executor from a cluster, as Spark does when it has nothing to do. */
  async removeExecutor({ pod }: Driver, number: number): Promise<void> {
    await this.http.send('DELETE', `${pathOf(pod)}-exec-${number}`, NO_GRACE);
  }

  /** Says whether a driver is ready, as its kubelet would. */
  async setReady({ pod }: Driver, ready: boolean): Promise<void> {
    const since = new Date().toISOString();
    const conditions = (pod.status?.conditions ?? []).map(condition =>
      condition.type === 'Ready'
        ? {
            ...condition,
            status: ready ? 'True' : 'False',
            lastTransitionTime: since,
          }
        : condition,
    );
    await this.http.send('PATCH', `${pathOf(pod)}/status`, {
      status: { conditions },
    });
  }

  /** Changes the driver so that the product looks at its cluster, and finds it as it was. */
  async touch({ pod }: Driver): Promise<void> {
    await this.http.send('PATCH', pathOf(pod), {
      metadata: { annotations: { 'benchmark.example/touched': 'true' } },
    });
  }

  /** How large one pod is as JSON, in bytes: of an executor. */
  async executorBytes(): Promise<number> {
    const [{ pod }] = this.drivers;
    const text = await this.http.send('GET', `${pathOf(pod)}-exec-1`);
    return Buffer.byteLength(text);
  }

  private async run(pods: V1Pod[]): Promise<void> {
    await inParallel(pods, AT_ONCE, pod =>
      this.http.send('POST', podsBeside(pod), pod),
    );
    await waitUntil(
      'all executors run',
      async () => (await this.countPending()) === 0,
      { timeoutMs: 900_000, everyMs: 1_000 },
    );
  }

  private async countPending(): Promise<number> {
    const selector = encodeURIComponent('status.phase=Pending');
    const text = await this.http.send(
      'GET',
      `${ALL_PODS}?limit=1&fieldSelector=${selector}`,
    );
    const list: V1PodList = JSON.parse(text);
    return list.items.length;
  }
}

function podsBeside({ metadata }: V1Pod): string {
  return `/api/v1/namespaces/${metadata?.namespace}/pods`;
}

function pathOf(pod: V1Pod): string {
  return `${podsBeside(pod)}/${pod.metadata?.name}`;
}
