import {
  BatchV1Api,
  CoreV1Api,
  KubeConfig,
  KubernetesObjectApi,
  Watch,
} from '@kubernetes/client-node';
import { ManualClock } from '../clock';
import { KubernetesSimulator } from '../KubernetesSimulator';
import type { KubernetesSimulatorOptions } from '../SimulatorOptions';

/** A plain request's answer. */
export interface Answer {
  status: number;
  body: string;
}

/** A simulated cluster for a test, with clients for it. Its time stands still until the test moves it. */
export class SimulatorFixture {
  private constructor(
    readonly simulator: KubernetesSimulator,
    readonly clock: ManualClock,
    readonly kubeConfig: KubeConfig,
    readonly core: CoreV1Api,
    readonly batch: BatchV1Api,
    readonly objects: KubernetesObjectApi,
    readonly watch: Watch,
  ) {}

  static async start(
    options: KubernetesSimulatorOptions = {},
  ): Promise<SimulatorFixture> {
    const clock = new ManualClock();
    const simulator = await KubernetesSimulator.start({
      clock,
      token: 'test-token',
      namespaces: ['team'],
      ...options,
    });
    clock.advance(0);
    const kubeConfig = new KubeConfig();
    kubeConfig.loadFromString(simulator.kubeConfigYaml());
    return new SimulatorFixture(
      simulator,
      clock,
      kubeConfig,
      kubeConfig.makeApiClient(CoreV1Api),
      kubeConfig.makeApiClient(BatchV1Api),
      KubernetesObjectApi.makeApiClient(kubeConfig),
      new Watch(kubeConfig),
    );
  }

  async stop(): Promise<void> {
    await this.simulator.stop();
  }

  /** Sends a request as it stands, with the cluster's token. */
  async request(
    method: string,
    path: string,
    options: {
      body?: unknown;
      contentType?: string;
      accept?: string;
      token?: string;
    } = {},
  ): Promise<Answer> {
    const { body, contentType = 'application/json', accept } = options;
    const response = await fetch(`${this.simulator.url}${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${options.token ?? 'test-token'}`,
        'Content-Type': contentType,
        ...(accept ? { Accept: accept } : {}),
      },
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return { status: response.status, body: await response.text() };
  }

  /** As {@link SimulatorFixture.request}, with the answer's JSON. */
  async json(
    method: string,
    path: string,
    options: Parameters<SimulatorFixture['request']>[2] = {},
  ) {
    const { status, body } = await this.request(method, path, options);
    return { status, body: JSON.parse(body) };
  }

  /** Creates an object in the namespace `team` and lets its direct consequences happen. */
  async create(path: string, body: object) {
    const answer = await this.json('POST', `${path}`, { body });
    if (answer.status !== 201) throw new Error(answer.body.message);
    this.clock.advance(0);
    return answer.body;
  }

  async pods(labelSelector?: string) {
    const list = await this.core.listNamespacedPod({
      namespace: 'team',
      labelSelector,
    });
    return list.items;
  }

  async pod(name: string) {
    return this.core.readNamespacedPod({ namespace: 'team', name });
  }

  async job(name: string) {
    return this.batch.readNamespacedJob({ namespace: 'team', name });
  }

  /** Reasons and messages of the events about an object, in the order of their time. */
  async events(name: string): Promise<string[]> {
    const list = await this.core.listNamespacedEvent({
      namespace: 'team',
      fieldSelector: `involvedObject.name=${name}`,
    });
    return list.items
      .sort((left, right) =>
        Number(left.metadata.resourceVersion) <
        Number(right.metadata.resourceVersion)
          ? -1
          : 1,
      )
      .map(({ reason, message }) => `${reason}: ${message}`);
  }
}
