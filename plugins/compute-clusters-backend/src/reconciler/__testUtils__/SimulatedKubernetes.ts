import {
  KubernetesSimulator,
  KubernetesSimulatorOptions,
} from '@compute-clusters/kubernetes-simulator';
import {
  BatchV1Api,
  CoreV1Api,
  KubeConfig,
  KubernetesObjectApi,
  V1PodStatus,
} from '@kubernetes/client-node';
import { LABELS } from '../../kubernetes';

/** Everything as fast as it can be, so that tests wait for conditions and not for Spark. */
const TIMINGS = {
  scheduling: 1,
  containerStart: 5,
  driverReady: 30,
  termination: 20,
};

/** A simulated Kubernetes with a namespace `data-eng`, and a look at it that goes around the code under test. */
export class SimulatedKubernetes {
  static async start(
    options: KubernetesSimulatorOptions = {},
  ): Promise<SimulatedKubernetes> {
    const simulator = await KubernetesSimulator.start({
      namespaces: ['data-eng'],
      ...options,
      timings: { ...TIMINGS, ...options.timings },
    });
    const kubeConfig = new KubeConfig();
    kubeConfig.loadFromString(simulator.kubeConfigYaml());
    return new SimulatedKubernetes(simulator, kubeConfig);
  }

  private readonly core: CoreV1Api;
  private readonly batch: BatchV1Api;
  readonly objects: KubernetesObjectApi;

  private constructor(
    readonly simulator: KubernetesSimulator,
    readonly kubeConfig: KubeConfig,
  ) {
    this.core = kubeConfig.makeApiClient(CoreV1Api);
    this.batch = kubeConfig.makeApiClient(BatchV1Api);
    this.objects = KubernetesObjectApi.makeApiClient(kubeConfig);
  }

  /** Names of Jobs and driver pods, and of all else that carries the cluster's id, sorted. */
  async thingsOf(clusterId: string): Promise<string[]> {
    const query = {
      namespace: 'data-eng',
      labelSelector: `${LABELS.clusterId}=${clusterId}`,
    };
    const lists = {
      Job: await this.batch.listNamespacedJob(query),
      Pod: await this.core.listNamespacedPod(query),
      Service: await this.core.listNamespacedService(query),
      ConfigMap: await this.core.listNamespacedConfigMap(query),
      Secret: await this.core.listNamespacedSecret(query),
    };
    return Object.entries(lists)
      .flatMap(([kind, { items }]) =>
        items.map(({ metadata }) => `${kind} ${metadata?.name}`),
      )
      .sort();
  }

  /** Names of the driver pods of a cluster, ended ones too. */
  async driversOf(clusterId: string): Promise<string[]> {
    const { items } = await this.core.listNamespacedPod({
      namespace: 'data-eng',
      labelSelector: `${LABELS.clusterId}=${clusterId},${LABELS.component}=driver`,
    });
    return items.map(({ metadata }) => metadata?.name ?? '');
  }

  /** The node of a pod; empty while it has none. */
  async nodeOf(pod: string): Promise<string> {
    const { spec } = await this.core.readNamespacedPod({
      namespace: 'data-eng',
      name: pod,
    });
    return spec?.nodeName ?? '';
  }

  /** Says of a pod's container what a kubelet says when it has ended by itself. */
  async endContainer(
    pod: string,
    end: { exitCode: number; reason?: string; message?: string; at?: Date },
  ): Promise<void> {
    const { at = new Date(), ...ended } = end;
    await this.setStatus(pod, status => ({
      ...status,
      phase: 'Failed',
      containerStatuses: status.containerStatuses?.map(container => ({
        ...container,
        ready: false,
        state: { terminated: { reason: 'Error', finishedAt: at, ...ended } },
      })),
    }));
  }

  /** Says of a pod that it does not answer its probe any more. */
  async loseReadiness(pod: string, at: Date): Promise<void> {
    await this.setStatus(pod, status => ({
      ...status,
      conditions: status.conditions?.map(condition =>
        condition.type === 'Ready'
          ? {
              ...condition,
              status: 'False',
              reason: 'ContainersNotReady',
              lastTransitionTime: at,
            }
          : condition,
      ),
    }));
  }

  /** Names of the executors of a cluster that run. */
  async executorsOf(clusterId: string): Promise<string[]> {
    const { items } = await this.core.listNamespacedPod({
      namespace: 'data-eng',
      labelSelector: `${LABELS.clusterId}=${clusterId},${LABELS.component}=executor`,
    });
    return items
      .filter(({ status }) => status?.phase === 'Running')
      .map(({ metadata }) => metadata?.name ?? '');
  }

  /** Evicts a pod, as a drain of its node does. */
  async evict(name: string): Promise<void> {
    await this.core.createNamespacedPodEviction({
      namespace: 'data-eng',
      name,
      body: { metadata: { name, namespace: 'data-eng' } },
    });
  }

  /** Deletes a pod by hand, at once. */
  async deletePod(name: string): Promise<void> {
    await this.core.deleteNamespacedPod({
      namespace: 'data-eng',
      name,
      gracePeriodSeconds: 0,
    });
  }

  private async setStatus(
    name: string,
    change: (status: V1PodStatus) => V1PodStatus,
  ): Promise<void> {
    const namespace = 'data-eng';
    const pod = await this.core.readNamespacedPod({ namespace, name });
    await this.core.replaceNamespacedPodStatus({
      namespace,
      name,
      body: { ...pod, status: change(pod.status ?? {}) },
    });
  }

  /** Deletes a Job by hand, as kubectl does. */
  async deleteJob(name: string): Promise<void> {
    await this.batch.deleteNamespacedJob({
      namespace: 'data-eng',
      name,
      propagationPolicy: 'Background',
    });
  }

  async stop(): Promise<void> {
    await this.simulator.stop();
  }
}
