import { mockServices } from '@backstage/backend-test-utils';
import type { KubeConfig } from '@kubernetes/client-node';
import { randomUUID } from 'node:crypto';
import { waitUntil } from '../../support/waitUntil';
import {
  ClusterObjectInput,
  clusterObjectInput,
  driverAccessObjects,
  KubernetesConnection,
  KubernetesGateway,
  namespaceObject,
  nodeType,
  spec,
  SystemClock,
} from './backend';
import type { NamedTarget, Target } from './Target';

/** Node that no cluster has: pods are made, and wait. */
const NOWHERE = { 'compute-clusters.backstage.io/contract': 'nowhere' };

/** A target with a namespace of its own. */
export class Workbench {
  static async start(named: NamedTarget): Promise<Workbench> {
    const target = await named.start();
    const namespace = `contract-${randomUUID().slice(0, 8)}`;
    const bench = new Workbench(target, namespace);
    await bench.gateway.create(namespaceObject(namespace));
    for (const object of driverAccessObjects(namespace)) {
      await bench.gateway.apply(object);
    }
    return bench;
  }

  readonly gateway: KubernetesGateway;
  private readonly connections: KubernetesConnection[] = [];

  private constructor(readonly target: Target, readonly namespace: string) {
    this.gateway = this.connect(target.kubeConfig).gateway;
  }

  /** A connection that ends with the bench. */
  connect(kubeConfig: KubeConfig, namespaces?: string[]): KubernetesConnection {
    const connection = KubernetesConnection.create({
      name: 'contract',
      kubeConfig,
      simulated: false,
      clock: new SystemClock(),
      logger: mockServices.logger.mock(),
      namespaces,
    });
    this.connections.push(connection);
    return connection;
  }

  /** The builders' input for a new cluster, whose pods are never scheduled. */
  cluster(values: Partial<ClusterObjectInput> = {}): ClusterObjectInput {
    const clusterId = randomUUID();
    return clusterObjectInput({
      clusterId,
      name: `c${clusterId.slice(0, 8)}`,
      namespace: this.namespace,
      run: { sequence: 1 },
      spec: spec({ tags: { suite: 'contract' } }),
      driverNodeType: nodeType({ nodeSelector: NOWHERE }),
      ...values,
    });
  }

  configMap(name: string, data: Record<string, string> = {}, labels = {}) {
    const metadata = { name, namespace: this.namespace, labels };
    return { apiVersion: 'v1', kind: 'ConfigMap', metadata, data };
  }

  ref(kind: string, name: string, apiVersion = 'v1') {
    return { apiVersion, kind, namespace: this.namespace, name };
  }

  /** Waits as long as a real Kubernetes under load may need. */
  async until<T>(
    what: string,
    ask: () => Promise<T | undefined | false> | T | undefined | false,
  ): Promise<T> {
    return waitUntil(what, ask, { timeoutMs: 30_000, everyMs: 20 });
  }

  async stop(): Promise<void> {
    await this.gateway.delete({
      apiVersion: 'v1',
      kind: 'Namespace',
      name: this.namespace,
    });
    await Promise.all(this.connections.map(connection => connection.close()));
    await this.target.stop();
  }
}
