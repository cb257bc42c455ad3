import { timestamp } from '../../clock/timestamp';
import type { Node } from '../../objects/Node';
import { isNode } from '../../objects/Node';
import type { Pod } from '../../objects/Pod';
import { hasEnded, isPod } from '../../objects/Pod';
import { setCondition } from '../../objects/setCondition';
import type { PodSums } from '../../quota/PodSums';
import { NODES, PODS } from '../../resources/resourceTypes';
import type { StoreEvent } from '../../storage/StoreEvent';
import type { Controller, ControllerContext } from '../ControllerContext';
import { objectKey, parseKey } from '../objectKey';
import { WorkQueue } from '../WorkQueue';
import { misfit } from './fit';

/** Kubernetes tries again after five minutes, even if nothing has changed. */
const RETRY = 300_000;
const COMPONENT = 'default-scheduler';

/** Gives each pod a node, or says why there is none. */
export class Scheduler implements Controller {
  private readonly queue: WorkQueue;
  private readonly waiting = new Set<string>();
  private unsubscribe: () => void = () => {};
  private turn = 0;

  constructor(
    private readonly context: ControllerContext,
    private readonly sums: PodSums,
  ) {
    this.queue = new WorkQueue(context.clock, key => this.schedule(key));
  }

  start(): void {
    const { store } = this.context;
    this.unsubscribe = store.subscribe(event => this.follow(event));
    for (const pod of store.list(PODS)) this.consider(pod);
  }

  stop(): void {
    this.unsubscribe();
    this.queue.stop();
  }

  private follow({ type, change, object }: StoreEvent): void {
    if (type === NODES) this.retryWaiting();
    if (type !== PODS || !isPod(object)) return;
    if (change === 'DELETED' || hasEnded(object)) this.retryWaiting();
    else if (change === 'ADDED') this.consider(object);
  }

  private consider(object: Parameters<typeof isPod>[0]): void {
    if (!isPod(object) || object.spec.nodeName) return;
    this.queue.add(objectKey(object), this.context.timings.scheduling);
  }

  private retryWaiting(): void {
    for (const key of this.waiting) this.queue.add(key);
    this.waiting.clear();
  }

  private schedule(key: string): void {
    const { namespace, name } = parseKey(key);
    const pod = this.context.store.get(PODS, namespace, name);
    if (!pod || !isPod(pod) || pod.spec.nodeName) return;
    if (pod.metadata.deletionTimestamp) return;
    const nodes = this.context.store.list(NODES).filter(isNode);
    const reasons = new Map<string, number>();
    // Each search begins one node further on, so that pods spread.
    this.turn += 1;
    for (let at = 0; at < nodes.length; at += 1) {
      const node = nodes[(at + this.turn) % nodes.length];
      const reason = misfit(pod, node, this.sums.of(node.metadata.name));
      if (!reason) {
        this.bind(pod, node);
        return;
      }
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    }
    this.refuse(pod, nodes.length, reasons);
    this.waiting.add(key);
    this.queue.add(key, RETRY);
  }

  private bind(pod: Pod, node: Node): void {
    const { store, events, clock } = this.context;
    const nodeName = node.metadata.name;
    store.put(PODS, {
      ...pod,
      spec: { ...pod.spec, nodeName },
      status: {
        ...pod.status,
        conditions: setCondition(pod.status.conditions, {
          type: 'PodScheduled',
          status: 'True',
          lastProbeTime: null,
          lastTransitionTime: timestamp(clock.now()),
        }),
      },
    });
    events.record(pod, {
      reason: 'Scheduled',
      message: `Successfully assigned ${objectKey(pod)} to ${nodeName}`,
      component: COMPONENT,
    });
  }

  private refuse(pod: Pod, total: number, reasons: Map<string, number>): void {
    const { registry, events, clock } = this.context;
    const list = [...reasons].map(([reason, count]) => `${count} ${reason}`);
    const message =
      total === 0
        ? 'no nodes available to schedule pods'
        : `0/${total} nodes are available: ${list
            .sort()
            .join(
              ', ',
            )}. preemption: 0/${total} nodes are available: ${total} Preemption is not helpful for scheduling.`;
    const conditions = setCondition(pod.status.conditions, {
      type: 'PodScheduled',
      status: 'False',
      reason: 'Unschedulable',
      message,
      lastProbeTime: null,
      lastTransitionTime: timestamp(clock.now()),
    });
    registry.updateStatus(PODS, pod, { ...pod.status, conditions });
    events.record(pod, {
      type: 'Warning',
      reason: 'FailedScheduling',
      message,
      component: COMPONENT,
    });
  }
}
