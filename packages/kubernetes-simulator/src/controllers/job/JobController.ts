import type { Job } from '../../objects/Job';
import { isJob } from '../../objects/Job';
import type { KubernetesObject } from '../../objects/KubernetesObject';
import type { Pod } from '../../objects/Pod';
import { conditionOf, hasEnded, isPod } from '../../objects/Pod';
import { JOBS, PODS } from '../../resources/resourceTypes';
import { StatusError } from '../../status';
import type { StoreEvent } from '../../storage/StoreEvent';
import type { Controller, ControllerContext } from '../ControllerContext';
import { objectKey, parseKey } from '../objectKey';
import type { OwnedPods } from '../OwnedPods';
import { WorkQueue } from '../WorkQueue';
import { creationBackOff, endOf, podBackOff } from './backOff';
import { failureAction } from './failurePolicy';
import { jobPod, TRACKING_FINALIZER } from './jobPod';
import { isFinishedJob, jobStatus } from './jobStatus';
import { PodCounter } from './PodCounter';

const COMPONENT = 'job-controller';
/** Kubernetes gathers changes for a second before it replaces a pod that does not count. */
const SYNC_PERIOD = 1_000;

/** What is known of a Job beyond its objects. */
interface Memory {
  lastFailure: number;
  lastIgnored: number;
  refusals: number;
  retryAt: number;
}

/** Makes the pods of Jobs, counts how they end, and gives up where it must. */
export class JobController implements Controller {
  private readonly queue: WorkQueue;
  /** Pods that their Job has left behind. */
  private readonly orphans: WorkQueue;
  private readonly counter: PodCounter;
  private readonly memories = new Map<string, Memory>();
  private unsubscribe: () => void = () => {};

  constructor(
    private readonly context: ControllerContext,
    private readonly owned: OwnedPods,
  ) {
    this.queue = new WorkQueue(context.clock, key => this.reconcile(key));
    this.counter = new PodCounter(context);
    this.orphans = new WorkQueue(context.clock, key => this.releaseOrphan(key));
  }

  start(): void {
    const { store } = this.context;
    this.unsubscribe = store.subscribe(event => this.follow(event));
    for (const type of [JOBS, PODS]) {
      for (const object of store.list(type)) this.enqueue(object);
    }
  }

  stop(): void {
    this.unsubscribe();
    this.queue.stop();
    this.orphans.stop();
  }

  private follow({ type, change, object }: StoreEvent): void {
    if (type !== JOBS && type !== PODS) return;
    this.enqueue(object);
    if (type === JOBS && change === 'DELETED') {
      this.memories.delete(object.metadata.uid);
    }
  }

  private enqueue(object: KubernetesObject): void {
    const { namespace, name, uid } = object.metadata;
    const { ownerReferences = [], finalizers = [] } = object.metadata;
    if (isJob(object)) this.queue.add([namespace, name, uid].join('/'));
    const owner = ownerReferences.find(({ kind }) => kind === 'Job');
    if (owner) this.queue.add([namespace, owner.name, owner.uid].join('/'));
    else if (finalizers.includes(TRACKING_FINALIZER))
      this.orphans.add(objectKey(object));
  }

  private releaseOrphan(key: string): void {
    const { namespace, name } = parseKey(key);
    const pod = this.context.store.get(PODS, namespace, name);
    if (pod && isPod(pod)) this.counter.release(pod);
  }

  private reconcile(key: string): void {
    const [namespace, name, uid] = key.split('/');
    const job = this.context.store.get(JOBS, namespace, name);
    if (!job || !isJob(job) || job.metadata.uid !== uid) {
      this.owned.of(uid).forEach(pod => this.counter.release(pod));
    } else if (!job.metadata.deletionTimestamp) this.sync(job, key);
    else
      this.owned
        .of(uid)
        .filter(hasEnded)
        .forEach(pod => this.counter.release(pod));
  }

  private sync(job: Job, key: string): void {
    const before = this.owned.of(job.metadata.uid);
    this.noteFailures(job, before);
    const counted = this.counter.count(job, before);
    const pods = this.owned.of(job.metadata.uid);
    const status = jobStatus(counted, pods, this.context.clock.now());
    const stored = this.context.registry.updateStatus(JOBS, counted, status);
    if (!isJob(stored)) return;
    this.announceEnd(job, stored);
    const over = isFinishedJob(stored) || conditionOf(status, 'FailureTarget');
    if (over || stored.spec.suspend) this.deleteActive(stored, pods);
    else this.createMissing(stored, pods, key);
  }

  private memoryOf({ metadata }: Job): Memory {
    const memory = this.memories.get(metadata.uid) ?? {
      lastFailure: 0,
      lastIgnored: 0,
      refusals: 0,
      retryAt: 0,
    };
    this.memories.set(metadata.uid, memory);
    return memory;
  }

  /** Remembers when pods failed, which the back-off counts from. */
  private noteFailures(job: Job, pods: Pod[]): void {
    const memory = this.memoryOf(job);
    for (const pod of pods.filter(({ status }) => status.phase === 'Failed')) {
      const ignored = failureAction(job, pod) === 'Ignore';
      const field = ignored ? 'lastIgnored' : 'lastFailure';
      memory[field] = Math.max(memory[field], endOf(pod));
    }
  }

  private announceEnd(before: Job, after: Job): void {
    const ended = (type: string) =>
      conditionOf(after.status, type)?.status === 'True' &&
      conditionOf(before.status, type)?.status !== 'True';
    if (ended('Complete')) {
      this.context.events.record(after, {
        reason: 'Completed',
        message: 'Job completed',
        component: COMPONENT,
      });
    }
    const failed = conditionOf(after.status, 'Failed');
    if (failed && ended('Failed')) {
      this.context.events.record(after, {
        type: 'Warning',
        reason: failed.reason ?? 'Failed',
        message: failed.message ?? '',
        component: COMPONENT,
      });
    }
  }

  private deleteActive(job: Job, pods: Pod[]): void {
    for (const pod of pods) {
      if (hasEnded(pod) || pod.metadata.deletionTimestamp) continue;
      this.context.registry.delete(PODS, pod);
      this.context.events.record(job, {
        reason: 'SuccessfulDelete',
        message: `Deleted pod: ${pod.metadata.name}`,
        component: COMPONENT,
      });
    }
  }

  private createMissing(job: Job, pods: Pod[], key: string): void {
    const { parallelism = 1, completions = 1, podReplacementPolicy } = job.spec;
    const succeeded = job.status.succeeded ?? 0;
    const alive = pods.filter(pod => !hasEnded(pod));
    const occupying =
      podReplacementPolicy === 'Failed'
        ? alive
        : alive.filter(pod => !pod.metadata.deletionTimestamp);
    const missing =
      Math.min(parallelism, completions - succeeded) - occupying.length;
    if (missing <= 0) return;
    const wait = this.waitBeforeCreate(job);
    if (wait > 0) this.queue.add(key, wait);
    else for (let made = 0; made < missing; made += 1) this.createPod(job, key);
  }

  private waitBeforeCreate(job: Job): number {
    const memory = this.memoryOf(job);
    const failed = job.status.failed ?? 0;
    const due = Math.max(
      memory.retryAt,
      failed ? memory.lastFailure + podBackOff(failed) : 0,
      memory.lastIgnored ? memory.lastIgnored + SYNC_PERIOD : 0,
    );
    return due - this.context.clock.now().getTime();
  }

  private createPod(job: Job, key: string): void {
    const { registry, events } = this.context;
    const memory = this.memoryOf(job);
    try {
      const pod = registry.create(PODS, jobPod(job));
      memory.refusals = 0;
      memory.retryAt = 0;
      events.record(job, {
        reason: 'SuccessfulCreate',
        message: `Created pod: ${pod.metadata.name}`,
        component: COMPONENT,
      });
    } catch (error) {
      if (!(error instanceof StatusError)) throw error;
      memory.refusals += 1;
      const wait = creationBackOff(memory.refusals);
      memory.retryAt = this.context.clock.now().getTime() + wait;
      events.record(job, {
        type: 'Warning',
        reason: 'FailedCreate',
        message: `Error creating: ${error.message}`,
        component: COMPONENT,
      });
      this.queue.add(key, wait);
    }
  }
}
