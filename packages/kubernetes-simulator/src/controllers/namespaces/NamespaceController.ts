import type { KubernetesObject } from '../../objects/KubernetesObject';
import {
  CONFIG_MAPS,
  NAMESPACES,
  SERVICE_ACCOUNTS,
} from '../../resources/resourceTypes';
import type { ResourceType } from '../../resources/ResourceType';
import type { Controller, ControllerContext } from '../ControllerContext';
import { WorkQueue } from '../WorkQueue';

/** Fills new namespaces with what every namespace has, and empties those that are deleted. */
export class NamespaceController implements Controller {
  private readonly queue: WorkQueue;
  private unsubscribe: () => void = () => {};

  constructor(private readonly context: ControllerContext) {
    this.queue = new WorkQueue(context.clock, name => this.reconcile(name));
  }

  start(): void {
    const { store } = this.context;
    this.unsubscribe = store.subscribe(({ type, change, object }) => {
      if (type === NAMESPACES) this.queue.add(object.metadata.name);
      else if (change === 'DELETED' && object.metadata.namespace) {
        this.queue.add(object.metadata.namespace);
      }
    });
    for (const { metadata } of store.list(NAMESPACES)) {
      this.queue.add(metadata.name);
    }
  }

  stop(): void {
    this.unsubscribe();
    this.queue.stop();
  }

  private reconcile(name: string): void {
    const namespace = this.context.store.get(NAMESPACES, undefined, name);
    if (!namespace) return;
    if (namespace.metadata.deletionTimestamp) this.empty(namespace);
    else this.fill(name);
  }

  private fill(namespace: string): void {
    this.ensure(SERVICE_ACCOUNTS, namespace, 'default');
    this.ensure(CONFIG_MAPS, namespace, 'kube-root-ca.crt');
  }

  private ensure(type: ResourceType, namespace: string, name: string): void {
    const { store, registry } = this.context;
    if (store.get(type, namespace, name)) return;
    registry.create(type, {
      apiVersion: 'v1',
      kind: type.kind,
      metadata: { name, namespace },
    });
  }

  private empty(namespace: KubernetesObject): void {
    const { store, registry } = this.context;
    const { name } = namespace.metadata;
    const content = [...store.all()].filter(
      ({ object }) => object.metadata.namespace === name,
    );
    if (content.length === 0) {
      store.remove(NAMESPACES, namespace);
      return;
    }
    registry.updateStatus(NAMESPACES, namespace, { phase: 'Terminating' });
    for (const { type, object } of content) {
      if (!object.metadata.deletionTimestamp) {
        registry.delete(type, object, { propagationPolicy: 'Background' });
      }
    }
  }
}
