import type {
  Controller,
  ControllerContext,
} from '../controllers/ControllerContext';
import { WorkQueue } from '../controllers/WorkQueue';
import type { Quantities } from '../objects/Pod';
import { Quantity } from '../objects/Quantity';
import { PODS, RESOURCE_QUOTAS } from '../resources/resourceTypes';
import type { PodSums } from './PodSums';
import { canonicalResource } from './podUse';
import type { ResourceQuota } from './ResourceQuota';
import { isResourceQuota } from './ResourceQuota';

/** Keeps the status of ResourceQuotas up to date. */
export class QuotaController implements Controller {
  private readonly queue: WorkQueue;
  private unsubscribe: () => void = () => {};

  constructor(
    private readonly context: ControllerContext,
    private readonly sums: PodSums,
  ) {
    this.queue = new WorkQueue(context.clock, namespace =>
      this.reconcile(namespace),
    );
  }

  start(): void {
    const { store } = this.context;
    this.unsubscribe = store.subscribe(({ type, object }) => {
      if (type === PODS || type === RESOURCE_QUOTAS) {
        this.queue.add(object.metadata.namespace ?? '');
      }
    });
    for (const { metadata } of store.list(RESOURCE_QUOTAS)) {
      this.queue.add(metadata.namespace ?? '');
    }
  }

  stop(): void {
    this.unsubscribe();
    this.queue.stop();
  }

  private reconcile(namespace: string): void {
    const { store, registry } = this.context;
    for (const quota of store.list(RESOURCE_QUOTAS, namespace)) {
      if (isResourceQuota(quota)) {
        registry.updateStatus(RESOURCE_QUOTAS, quota, this.statusOf(quota));
      }
    }
  }

  private statusOf({ spec, metadata }: ResourceQuota): {
    hard: Quantities;
    used: Quantities;
  } {
    const sums = this.sums.of(metadata.namespace);
    const hard = Object.entries(spec.hard ?? {}).map(([name, value]) => [
      name,
      String(value),
    ]);
    const used = hard.map(([name]) => [
      name,
      (sums.get(canonicalResource(name)) ?? Quantity.ZERO).toString(),
    ]);
    return { hard: Object.fromEntries(hard), used: Object.fromEntries(used) };
  }
}
