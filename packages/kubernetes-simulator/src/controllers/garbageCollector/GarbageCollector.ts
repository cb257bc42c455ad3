import type { KubernetesObject } from '../../objects/KubernetesObject';
import {
  FOREGROUND_FINALIZER,
  ORPHAN_FINALIZER,
} from '../../registry/deletion';
import type { ResourceType } from '../../resources/ResourceType';
import type { StoreEvent } from '../../storage/StoreEvent';
import type { Controller, ControllerContext } from '../ControllerContext';
import { WorkQueue } from '../WorkQueue';

interface Entry {
  type: ResourceType;
  object: KubernetesObject;
}

/** Deletes what belongs to objects that are gone, and lets owners go that wait for what they own. */
export class GarbageCollector implements Controller {
  private readonly alive = new Map<string, Entry>();
  private readonly owned = new Map<string, Set<string>>();
  private readonly queue: WorkQueue;
  private unsubscribe: () => void = () => {};

  constructor(private readonly context: ControllerContext) {
    this.queue = new WorkQueue(context.clock, uid => this.collect(uid));
  }

  start(): void {
    for (const { type, object } of this.context.store.all()) {
      this.learn(type, object);
    }
    this.unsubscribe = this.context.store.subscribe(event =>
      this.follow(event),
    );
    for (const owner of this.owned.keys()) this.queue.add(owner);
  }

  stop(): void {
    this.unsubscribe();
    this.queue.stop();
  }

  private follow({ type, change, object, previous }: StoreEvent): void {
    const { uid, deletionTimestamp, ownerReferences = [] } = object.metadata;
    if (change === 'DELETED') this.forget(object);
    else {
      if (previous) this.forget(previous);
      this.learn(type, object);
    }
    // An owner's own change, a new dependent of an owner that may be gone, a dependent that an owner waits for.
    if (change === 'DELETED' || deletionTimestamp) this.queue.add(uid);
    if (change === 'MODIFIED') return;
    for (const owner of ownerReferences) this.queue.add(owner.uid);
  }

  private learn(type: ResourceType, object: KubernetesObject): void {
    const { uid, ownerReferences = [] } = object.metadata;
    this.alive.set(uid, { type, object });
    for (const owner of ownerReferences) {
      const dependents = this.owned.get(owner.uid) ?? new Set<string>();
      this.owned.set(owner.uid, dependents.add(uid));
    }
  }

  private forget(object: KubernetesObject): void {
    const { uid, ownerReferences = [] } = object.metadata;
    this.alive.delete(uid);
    for (const owner of ownerReferences) {
      const dependents = this.owned.get(owner.uid);
      dependents?.delete(uid);
      if (dependents?.size === 0) this.owned.delete(owner.uid);
    }
  }

  private dependentsOf(uid: string): Entry[] {
    return [...(this.owned.get(uid) ?? [])].flatMap(
      dependent => this.alive.get(dependent) ?? [],
    );
  }

  private collect(uid: string): void {
    const owner = this.alive.get(uid);
    const dependents = this.dependentsOf(uid);
    if (!owner) {
      dependents.forEach(dependent => this.deleteUnlessOwned(dependent));
      return;
    }
    const { finalizers = [], deletionTimestamp } = owner.object.metadata;
    if (!deletionTimestamp) return;
    if (finalizers.includes(ORPHAN_FINALIZER)) {
      dependents.forEach(dependent => this.release(dependent, uid));
      this.removeFinalizer(owner, ORPHAN_FINALIZER);
    } else if (finalizers.includes(FOREGROUND_FINALIZER)) {
      dependents.forEach(dependent => this.delete(dependent));
      if (dependents.length === 0) {
        this.removeFinalizer(owner, FOREGROUND_FINALIZER);
      }
    }
  }

  /** What has another owner left stays. */
  private deleteUnlessOwned(dependent: Entry): void {
    const owners = dependent.object.metadata.ownerReferences ?? [];
    if (owners.some(owner => this.alive.has(owner.uid))) return;
    this.delete(dependent);
  }

  private delete({ type, object }: Entry): void {
    if (object.metadata.deletionTimestamp) return;
    this.context.registry.delete(type, object, {
      propagationPolicy: 'Background',
    });
  }

  private release({ type, object }: Entry, ownerUid: string): void {
    const { ownerReferences = [], ...metadata } = object.metadata;
    const left = ownerReferences.filter(owner => owner.uid !== ownerUid);
    this.context.registry.commit(type, object, {
      ...object,
      metadata: {
        ...metadata,
        ...(left.length ? { ownerReferences: left } : {}),
      },
    });
  }

  private removeFinalizer({ type, object }: Entry, name: string): void {
    const { finalizers = [] } = object.metadata;
    this.context.registry.commit(type, object, {
      ...object,
      metadata: {
        ...object.metadata,
        finalizers: finalizers.filter(finalizer => finalizer !== name),
      },
    });
  }
}
