import { timestamp } from '../../clock/timestamp';
import { isNode } from '../../objects/Node';
import type { Pod, PodStatus } from '../../objects/Pod';
import { conditionOf, isPod } from '../../objects/Pod';
import { NODES, PODS } from '../../resources/resourceTypes';
import type { StoreEvent } from '../../storage/StoreEvent';
import type { Controller, ControllerContext } from '../ControllerContext';
import { objectKey, parseKey } from '../objectKey';
import { WorkQueue } from '../WorkQueue';
import { endingOf } from './endings';
import { missingVariable, missingVolume } from './missingInputs';
import { endedStatus, runningStatus, waitingStatus } from './podState';
import { simulationOf } from './simulation';
import { startsUnready } from './startsUnready';
import type { Stage } from './stageOf';
import { delayOf, stageOf } from './stageOf';

const CREATING = { reason: 'ContainerCreating' };

/** Plays the kubelets of all nodes: brings pods up and down, one stage after the other. */
export class Kubelet implements Controller {
  private readonly queue: WorkQueue;
  /** Since when each pod is in its stage. */
  private readonly stages = new Map<string, { stage: Stage; since: number }>();
  private readonly lost = new Set<string>();
  private unsubscribe: () => void = () => {};
  private addresses = 0;

  constructor(private readonly context: ControllerContext) {
    this.queue = new WorkQueue(context.clock, key => this.act(key));
  }

  start(): void {
    const { store } = this.context;
    this.unsubscribe = store.subscribe(event => this.follow(event));
    const pods = store.list(PODS).filter(isPod);
    this.addresses = pods.length;
    pods.forEach(pod => this.consider(pod));
  }

  stop(): void {
    this.unsubscribe();
    this.queue.stop();
  }

  /** Nothing happens on a lost node. */
  lose(nodeName: string): void {
    this.lost.add(nodeName);
  }

  /** Looks again at every pod of a node, after it came back. */
  resume(nodeName: string): void {
    this.lost.delete(nodeName);
    for (const pod of this.context.store.list(PODS)) {
      if (isPod(pod) && pod.spec.nodeName === nodeName) this.consider(pod);
    }
  }

  private follow({ type, change, object }: StoreEvent): void {
    if (type !== PODS || !isPod(object)) return;
    if (change !== 'DELETED') this.consider(object);
    else {
      this.stages.delete(object.metadata.uid);
      this.context.logs.forget(object.metadata.uid);
    }
  }

  private consider(pod: Pod): void {
    if (!pod.spec.nodeName) return;
    const stage = stageOf(pod);
    const now = this.context.clock.now().getTime();
    if (this.stages.get(pod.metadata.uid)?.stage !== stage) {
      this.stages.set(pod.metadata.uid, { stage, since: now });
    }
    if (stage !== 'none') {
      this.queue.add(objectKey(pod), this.remaining(pod, stage, now));
    }
  }

  private remaining(pod: Pod, stage: Stage, now: number): number {
    const since = this.stages.get(pod.metadata.uid)?.since ?? now;
    return since + delayOf(stage, pod, this.context.timings) - now;
  }

  private act(key: string): void {
    const { namespace, name } = parseKey(key);
    const pod = this.context.store.get(PODS, namespace, name);
    if (!pod || !isPod(pod) || !this.isNodeAlive(pod)) return;
    const stage = stageOf(pod);
    const now = this.context.clock.now().getTime();
    // The pod may have got into another stage since this was planned.
    const remaining = this.remaining(pod, stage, now);
    if (remaining > 0) this.queue.add(key, remaining);
    else this.perform(stage, pod, key);
  }

  private perform(stage: Stage, pod: Pod, key: string): void {
    switch (stage) {
      case 'admit':
        this.setStatus(pod, waitingStatus(pod, this.time(), CREATING));
        break;
      case 'start':
      case 'retry':
        this.tryStart(pod, key);
        break;
      case 'becomeReady':
        this.run(pod, true);
        break;
      case 'fail':
        this.fail(pod);
        break;
      case 'terminate':
        this.terminate(pod);
        break;
      case 'remove':
        this.context.registry.delete(PODS, pod, { gracePeriodSeconds: 0 });
        break;
      default:
    }
  }

  private tryStart(pod: Pod, key: string): void {
    const { store } = this.context;
    const volume = missingVolume(store, pod);
    const variable = missingVariable(store, pod);
    if (volume) {
      this.warn(pod, 'FailedMount', volume);
      this.waitOn(pod, key, CREATING);
    } else if (simulationOf(pod) === 'image-error') this.failImage(pod, key);
    else if (variable) {
      this.warn(pod, 'Failed', `Error: ${variable}`);
      const reason = 'CreateContainerConfigError';
      this.waitOn(pod, key, { reason, message: variable });
    } else this.startContainers(pod);
  }

  private waitOn(
    pod: Pod,
    key: string,
    waiting: { reason: string; message?: string },
  ): void {
    this.setStatus(pod, waitingStatus(pod, this.time(), waiting));
    this.queue.add(key, delayOf('retry', pod, this.context.timings));
  }

  private failImage(pod: Pod, key: string): void {
    const image = pod.spec.containers[0]?.image ?? '';
    const [container] = pod.status.containerStatuses ?? [];
    const again = container?.state.waiting?.reason !== CREATING.reason;
    const message = again
      ? `Back-off pulling image "${image}"`
      : `failed to pull and unpack image "${image}": not found`;
    const reason = again ? 'ImagePullBackOff' : 'ErrImagePull';
    if (again) this.tell(pod, 'BackOff', message);
    else
      this.warn(pod, 'Failed', `Failed to pull image "${image}": ${message}`);
    this.waitOn(pod, key, { reason, message });
  }

  private startContainers(pod: Pod): void {
    for (const { name, image } of pod.spec.containers) {
      this.tell(
        pod,
        'Pulled',
        `Container image "${image}" already present on machine`,
      );
      this.tell(pod, 'Created', `Container created: ${name}`);
      this.tell(pod, 'Started', `Container started: ${name}`);
    }
    this.run(pod, !startsUnready(pod));
  }

  private run(pod: Pod, ready: boolean): void {
    const podIP = pod.status.podIP ?? this.nextAddress();
    this.setStatus(pod, runningStatus(pod, this.time(), { ready, podIP }));
  }

  private fail(pod: Pod): void {
    const { logs, clock } = this.context;
    const { uid } = pod.metadata;
    const ending = endingOf(pod, {
      write: line => logs.append(uid, clock.now(), line),
      lines: () => logs.of(uid).map(({ text }) => text),
    });
    this.setStatus(pod, endedStatus(pod, this.time(), ending));
  }

  private terminate(pod: Pod): void {
    for (const { name } of pod.spec.containers) {
      this.tell(pod, 'Killing', `Stopping container ${name}`);
    }
    const ended = this.setStatus(
      pod,
      endedStatus(pod, this.time(), {
        phase: 'Failed',
        exitCode: 143,
        reason: 'Error',
      }),
    );
    this.context.registry.delete(PODS, ended, { gracePeriodSeconds: 0 });
  }

  private setStatus(
    pod: Pod,
    status: PodStatus,
  ): ReturnType<ControllerContext['registry']['updateStatus']> {
    return this.context.registry.updateStatus(PODS, pod, status);
  }

  private isNodeAlive(pod: Pod): boolean {
    const name = pod.spec.nodeName ?? '';
    const node = this.context.store.get(NODES, undefined, name);
    if (this.lost.has(name) || !node || !isNode(node)) return false;
    return conditionOf(node.status, 'Ready')?.status === 'True';
  }

  private nextAddress(): string {
    this.addresses += 1;
    const high = Math.floor(this.addresses / 250) % 256;
    return `10.244.${high}.${(this.addresses % 250) + 2}`;
  }

  private time(): string {
    return timestamp(this.context.clock.now());
  }

  private tell(pod: Pod, reason: string, message: string): void {
    this.context.events.record(pod, { reason, message, component: 'kubelet' });
  }

  private warn(pod: Pod, reason: string, message: string): void {
    this.context.events.record(pod, {
      type: 'Warning',
      reason,
      message,
      component: 'kubelet',
    });
  }
}
