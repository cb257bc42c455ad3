import { timestamp } from '../../clock/timestamp';
import type { Node } from '../../objects/Node';
import { isNode } from '../../objects/Node';
import type { Pod } from '../../objects/Pod';
import { conditionOf, hasEnded, isPod } from '../../objects/Pod';
import { setCondition } from '../../objects/setCondition';
import { NODES, PODS } from '../../resources/resourceTypes';
import type { Controller, ControllerContext } from '../ControllerContext';
import type { Kubelet } from '../kubelet/Kubelet';

/** How long Kubernetes waits for a silent node. */
const GRACE_PERIOD = 46_000;
const UNREACHABLE = 'node.kubernetes.io/unreachable';

/** Tells when nodes are lost, and gives their pods up. */
export class NodeController implements Controller {
  private readonly timers = new Map<string, Array<() => void>>();

  constructor(
    private readonly context: ControllerContext,
    private readonly kubelet: Kubelet,
  ) {}

  start(): void {}

  stop(): void {
    for (const name of [...this.timers.keys()]) this.cancel(name);
  }

  /** The node falls silent: it is found out after 46 s, and its pods are deleted as they tolerate it. */
  lose(name: string): void {
    this.cancel(name);
    // The kubelet does nothing from now on, and nobody knows it yet.
    this.kubelet.lose(name);
    this.plan(name, GRACE_PERIOD, () => this.declareLost(name));
  }

  /** The node is back. */
  recover(name: string): void {
    this.cancel(name);
    this.setReady(name, 'True');
    this.kubelet.resume(name);
  }

  private plan(name: string, delay: number, work: () => void): void {
    const timers = this.timers.get(name) ?? [];
    timers.push(this.context.clock.after(delay, work));
    this.timers.set(name, timers);
  }

  private cancel(name: string): void {
    for (const cancel of this.timers.get(name) ?? []) cancel();
    this.timers.delete(name);
  }

  private declareLost(name: string): void {
    this.setReady(name, 'Unknown');
    for (const pod of this.podsOn(name)) {
      this.markUnready(pod);
      const seconds = pod.spec.tolerations?.find(
        ({ key }) => key === UNREACHABLE,
      )?.tolerationSeconds;
      this.plan(name, (seconds ?? 300) * 1000, () =>
        this.giveUp(name, pod.metadata.uid),
      );
    }
  }

  private giveUp(name: string, uid: string): void {
    const { registry, clock } = this.context;
    const pod = this.podsOn(name).find(({ metadata }) => metadata.uid === uid);
    if (!pod) return;
    const marked = registry.updateStatus(PODS, pod, {
      ...pod.status,
      conditions: setCondition(pod.status.conditions, {
        type: 'DisruptionTarget',
        status: 'True',
        reason: 'DeletionByTaintManager',
        message: 'Taint manager: deleting due to NoExecute taint',
        lastTransitionTime: timestamp(clock.now()),
      }),
    });
    registry.delete(PODS, marked);
  }

  private markUnready(pod: Pod): void {
    const { registry, events, clock } = this.context;
    registry.updateStatus(PODS, pod, {
      ...pod.status,
      conditions: setCondition(pod.status.conditions, {
        type: 'Ready',
        // Without a reason, by which the kubelet's own word can be told from this one.
        status: 'False',
        lastTransitionTime: timestamp(clock.now()),
      }),
    });
    events.record(pod, {
      type: 'Warning',
      reason: 'NodeNotReady',
      message: 'Node is not ready',
      component: 'node-controller',
    });
  }

  private podsOn(name: string): Pod[] {
    return this.context.store
      .list(PODS)
      .filter(isPod)
      .filter(pod => pod.spec.nodeName === name && !hasEnded(pod));
  }

  private setReady(name: string, status: 'True' | 'Unknown'): void {
    const { store, registry, clock } = this.context;
    const node = store.get(NODES, undefined, name);
    if (!node || !isNode(node)) return;
    if (conditionOf(node.status, 'Ready')?.status === status) return;
    const conditions = setCondition(node.status.conditions, {
      type: 'Ready',
      status,
      reason: status === 'True' ? 'KubeletReady' : 'NodeStatusUnknown',
      lastTransitionTime: timestamp(clock.now()),
    });
    const next: Node['status'] = { ...node.status, conditions };
    registry.updateStatus(NODES, node, next);
  }
}
