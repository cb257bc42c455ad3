import type { KubernetesObject } from '../objects/KubernetesObject';
import type { ResourceType } from '../resources/ResourceType';
import { EventLog } from './EventLog';
import type { StoreEvent } from './StoreEvent';

type Names = Map<string, KubernetesObject>;
type Listener = (event: StoreEvent) => void;

/**
 * Keeps objects and numbers their changes, as etcd does. Knows nothing of rules: those are the registry's. Listeners
 * are called synchronously, in the order of the revisions.
 */
export class ObjectStore {
  private readonly objects = new Map<ResourceType, Map<string, Names>>();
  private readonly listeners = new Set<Listener>();
  private readonly pending: StoreEvent[] = [];
  private delivering = false;
  private log: EventLog;

  constructor(private latest = 1) {
    this.log = new EventLog(latest);
  }

  /** The revision of the latest change. */
  get revision(): number {
    return this.latest;
  }

  get(
    type: ResourceType,
    namespace: string | undefined,
    name: string,
  ): KubernetesObject | undefined {
    return this.objects
      .get(type)
      ?.get(namespace ?? '')
      ?.get(name);
  }

  /** All objects of a type, in no particular order. */
  list(type: ResourceType, namespace?: string): KubernetesObject[] {
    const namespaces = this.objects.get(type);
    if (!namespaces) return [];
    if (namespace !== undefined) {
      return [...(namespaces.get(namespace)?.values() ?? [])];
    }
    return [...namespaces.values()].flatMap(names => [...names.values()]);
  }

  /** Every object of every type, with its type. */
  *all(): Iterable<{ type: ResourceType; object: KubernetesObject }> {
    for (const [type, namespaces] of this.objects) {
      for (const names of namespaces.values()) {
        for (const object of names.values()) yield { type, object };
      }
    }
  }

  /** Stores a new version of an object and returns it with its resource version. */
  put(type: ResourceType, object: KubernetesObject): KubernetesObject {
    const stored = this.stamp(object);
    const names = this.namesOf(type, stored.metadata.namespace);
    const previous = names.get(stored.metadata.name);
    names.set(stored.metadata.name, stored);
    this.publish({
      change: previous ? 'MODIFIED' : 'ADDED',
      type,
      revision: this.latest,
      object: stored,
      previous,
    });
    return stored;
  }

  /** Forgets an object; what watchers get carries the revision of the removal. */
  remove(type: ResourceType, object: KubernetesObject): KubernetesObject {
    const removed = this.stamp(object);
    this.namesOf(type, object.metadata.namespace).delete(object.metadata.name);
    this.publish({
      change: 'DELETED',
      type,
      revision: this.latest,
      object: removed,
      previous: object,
    });
    return removed;
  }

  /** Puts back what was saved, without telling anybody. */
  restore(type: ResourceType, object: KubernetesObject): void {
    this.namesOf(type, object.metadata.namespace).set(
      object.metadata.name,
      object,
    );
  }

  /** Goes on from a saved revision; changes before it are forgotten. */
  restoreRevision(revision: number): void {
    this.latest = revision;
    this.log = new EventLog(revision);
  }

  /** @returns a function that ends the subscription */
  subscribe(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** @throws StatusError 410 if that is too long ago */
  eventsAfter(revision: number): StoreEvent[] {
    return this.log.after(revision);
  }

  /** @throws StatusError 410 if that is too long ago */
  assertKnown(revision: number): void {
    this.log.assertKnown(revision);
  }

  /** Forgets the past: watches and pages that start from it get 410. */
  compact(): void {
    this.latest += 1;
    this.log.forgetUntil(this.latest);
  }

  private namesOf(type: ResourceType, namespace = ''): Names {
    const namespaces = this.objects.get(type) ?? new Map<string, Names>();
    this.objects.set(type, namespaces);
    const names = namespaces.get(namespace) ?? new Map();
    namespaces.set(namespace, names);
    return names;
  }

  private stamp(object: KubernetesObject): KubernetesObject {
    this.latest += 1;
    const resourceVersion = String(this.latest);
    return { ...object, metadata: { ...object.metadata, resourceVersion } };
  }

  /** A listener may itself write: its change waits until everybody has heard of this one. */
  private publish(event: StoreEvent): void {
    this.log.append(event);
    this.pending.push(event);
    if (this.delivering) return;
    this.delivering = true;
    try {
      for (let next = this.pending.shift(); next; next = this.pending.shift()) {
        for (const listener of [...this.listeners]) listener(next);
      }
    } finally {
      this.delivering = false;
    }
  }
}
