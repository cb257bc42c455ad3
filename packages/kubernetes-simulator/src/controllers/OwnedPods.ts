import type { Pod } from '../objects/Pod';
import { isPod } from '../objects/Pod';
import { PODS } from '../resources/resourceTypes';
import type { ObjectStore } from '../storage/ObjectStore';

/** Finds the pods that an object owns. */
export class OwnedPods {
  private readonly byOwner = new Map<string, Map<string, Pod>>();

  private constructor() {}

  static create(store: ObjectStore): OwnedPods {
    const owned = new OwnedPods();
    store.subscribe(({ type, change, object, previous }) => {
      if (type !== PODS || !isPod(object)) return;
      if (previous && isPod(previous)) owned.remove(previous);
      if (change !== 'DELETED') owned.set(object);
    });
    return owned;
  }

  /** Learns what is there, after the store was restored. */
  recount(store: ObjectStore): void {
    this.byOwner.clear();
    for (const pod of store.list(PODS)) if (isPod(pod)) this.set(pod);
  }

  of(ownerUid: string): Pod[] {
    return [...(this.byOwner.get(ownerUid)?.values() ?? [])];
  }

  private set(pod: Pod): void {
    for (const owner of pod.metadata.ownerReferences ?? []) {
      const pods = this.byOwner.get(owner.uid) ?? new Map<string, Pod>();
      this.byOwner.set(owner.uid, pods.set(pod.metadata.uid, pod));
    }
  }

  private remove(pod: Pod): void {
    for (const owner of pod.metadata.ownerReferences ?? []) {
      const pods = this.byOwner.get(owner.uid);
      pods?.delete(pod.metadata.uid);
      if (pods?.size === 0) this.byOwner.delete(owner.uid);
    }
  }
}
