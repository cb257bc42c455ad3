import type { KubernetesObject } from '../objects/KubernetesObject';
import type { Pod } from '../objects/Pod';
import { hasEnded, isPod } from '../objects/Pod';
import { PODS } from '../resources/resourceTypes';
import type { ObjectStore } from '../storage/ObjectStore';
import type { StoreEvent } from '../storage/StoreEvent';
import type { Use } from './podUse';
import { addUse, podUse, subtractUse } from './podUse';

type KeyOf = (pod: Pod) => string | undefined;

/** Keeps sums of what pods use, per namespace or per node, so that nobody needs to look at all of them. */
export class PodSums {
  private readonly sums = new Map<string, Use>();

  private constructor(
    private readonly store: ObjectStore,
    private readonly keyOf: KeyOf,
  ) {}

  static byNamespace(store: ObjectStore): PodSums {
    return PodSums.create(store, pod => pod.metadata.namespace);
  }

  static byNode(store: ObjectStore): PodSums {
    return PodSums.create(store, pod => pod.spec.nodeName);
  }

  private static create(store: ObjectStore, keyOf: KeyOf): PodSums {
    const sums = new PodSums(store, keyOf);
    store.subscribe(event => sums.follow(event));
    return sums;
  }

  /** Counts anew, after the store was restored. */
  recount(): void {
    this.sums.clear();
    for (const pod of this.store.list(PODS)) {
      if (isPod(pod)) this.change(pod, addUse);
    }
  }

  of(key: string | undefined): Use {
    return this.sums.get(key ?? '') ?? new Map();
  }

  private follow({ type, change, object, previous }: StoreEvent): void {
    if (type !== PODS) return;
    if (this.countsAlike(previous, object) && change === 'MODIFIED') return;
    if (previous && isPod(previous)) this.change(previous, subtractUse);
    if (change !== 'DELETED' && isPod(object)) this.change(object, addUse);
  }

  private countsAlike(
    before: KubernetesObject | undefined,
    now: KubernetesObject,
  ): boolean {
    if (!before || !isPod(before) || !isPod(now)) return false;
    return before.spec === now.spec && hasEnded(before) === hasEnded(now);
  }

  /** Ended pods no longer count. */
  private change(pod: Pod, by: (sum: Use, part: Use) => Use): void {
    const key = this.keyOf(pod);
    if (key === undefined || hasEnded(pod)) return;
    this.sums.set(key, by(this.of(key), podUse(pod)));
  }
}
