import type { Pod } from '../../objects/Pod';
import { conditionOf, hasEnded, isPod } from '../../objects/Pod';
import { PODS } from '../../resources/resourceTypes';
import { StatusError } from '../../status';
import type { StoreEvent } from '../../storage/StoreEvent';
import { timestamp } from '../../clock/timestamp';
import type { Controller, ControllerContext } from '../ControllerContext';
import { isDriver } from '../kubelet/startsUnready';
import { endedStatus } from '../kubelet/podState';
import { objectKey, parseKey } from '../objectKey';
import type { OwnedPods } from '../OwnedPods';
import { WorkQueue } from '../WorkQueue';
import { EXECUTOR_ID_LABEL, executorPod } from './executorPod';
import { readDriver } from './readDriver';
import type { SparkApplication, SparkApplications } from './SparkApplications';
import { SparkLog } from './SparkLog';
import type { Workload } from './Workload';

/** How long executors live on without their driver, and the driver keeps failed ones. */
const AFTERLIFE = 2_000;

/** Plays the Spark drivers: gets and drops executors as a long-lived Connect and Thrift server does. */
export class SparkController implements Controller {
  private readonly queue: WorkQueue;
  private readonly log: SparkLog;
  private unsubscribe: () => void = () => {};

  constructor(
    private readonly context: ControllerContext,
    private readonly owned: OwnedPods,
    private readonly workload: Workload,
    private readonly applications: SparkApplications,
  ) {
    this.queue = new WorkQueue(context.clock, key => this.reconcile(key));
    this.log = new SparkLog(context.logs, context.clock);
  }

  start(): void {
    const { store } = this.context;
    this.unsubscribe = store.subscribe(event => this.follow(event));
    for (const pod of store.list(PODS)) {
      if (isPod(pod) && isDriver(pod)) this.queue.add(objectKey(pod));
    }
  }

  stop(): void {
    this.unsubscribe();
    this.queue.stop();
  }

  private follow({ type, change, object, previous }: StoreEvent): void {
    if (type !== PODS || !isPod(object)) return;
    if (isDriver(object)) {
      const before = previous && isPod(previous) ? previous : undefined;
      this.log.driverChanged(before, object);
      this.queue.add(objectKey(object));
      if (change === 'DELETED') this.applications.delete(object.metadata.uid);
      return;
    }
    const owner = object.metadata.ownerReferences?.find(
      ({ kind }) => kind === 'Pod',
    );
    if (!owner) return;
    const ended = change !== 'DELETED' && hasEnded(object);
    // The driver looks after an ended executor a little later; a vanished one it replaces at once.
    this.queue.add(
      `${object.metadata.namespace}/${owner.name}`,
      ended ? AFTERLIFE : 0,
    );
  }

  private reconcile(key: string): void {
    const { namespace, name } = parseKey(key);
    const driver = this.context.store.get(PODS, namespace, name);
    if (!driver || !isPod(driver) || !isDriver(driver)) return;
    if (hasEnded(driver)) this.endExecutors(driver);
    else if (driver.metadata.deletionTimestamp) return;
    else if (conditionOf(driver.status, 'Ready')?.status === 'True') {
      this.allocate(this.applicationOf(driver), key);
    }
  }

  private applicationOf(driver: Pod): SparkApplication {
    const { uid } = driver.metadata;
    const known = this.applications.get(uid);
    if (known) return { ...known, driver };
    const ready = conditionOf(driver.status, 'Ready')?.lastTransitionTime;
    const ids = this.owned
      .of(uid)
      .map(pod => Number(pod.metadata.labels?.[EXECUTOR_ID_LABEL] ?? 0));
    const application: SparkApplication = {
      setup: readDriver(this.context.store, driver),
      driver,
      since: Date.parse(ready ?? '') || this.context.clock.now().getTime(),
      nextExecutor: Math.max(0, ...ids) + 1,
      lost: new Map(),
    };
    this.applications.set(uid, application);
    return application;
  }

  private allocate(application: SparkApplication, key: string): void {
    const { driver, setup, since } = application;
    const { uid } = driver.metadata;
    const executors = this.owned.of(uid);
    this.dropEnded(application, executors);
    const alive = executors.filter(
      pod => !hasEnded(pod) && !pod.metadata.deletionTimestamp,
    );
    const target = this.workload.targetOf(uid, setup.conf, since);
    if (alive.length > target) this.drop(driver, alive, alive.length - target);
    let refused = false;
    for (let count = alive.length; count < target && !refused; count += 1) {
      refused = !this.request(application);
    }
    const { executorAllocation, workload } = this.context.timings;
    const spreads = setup.conf.maxExecutors > setup.conf.minExecutors;
    if (refused) this.queue.add(key, executorAllocation);
    else if (spreads) this.queue.add(key, workload);
  }

  /** Asks for one executor; false if Kubernetes refuses, which only the driver's log tells. */
  private request({ driver, setup }: SparkApplication): boolean {
    const application = this.applications.get(driver.metadata.uid);
    if (!application) return false;
    const id = application.nextExecutor;
    application.nextExecutor += 1;
    try {
      const draft = executorPod(setup, driver, id);
      this.context.registry.create(PODS, draft);
      this.log.requested(driver, id);
      return true;
    } catch (error) {
      if (!(error instanceof StatusError)) throw error;
      this.log.refused(driver, error.message);
      return false;
    }
  }

  private drop(driver: Pod, alive: Pod[], count: number): void {
    const newest = [...alive]
      .sort((left, right) => idOf(right) - idOf(left))
      .slice(0, count);
    for (const pod of newest) {
      this.log.idle(driver, idOf(pod));
      this.context.registry.delete(PODS, pod);
    }
  }

  private dropEnded({ driver, lost }: SparkApplication, pods: Pod[]): void {
    for (const pod of pods) {
      if (!hasEnded(pod) || pod.metadata.deletionTimestamp) continue;
      const code =
        pod.status.containerStatuses?.[0]?.state.terminated?.exitCode ?? 1;
      lost.set(idOf(pod), `The executor exited with exit code ${code}`);
      this.log.lost(driver, idOf(pod), code);
      this.context.registry.delete(PODS, pod);
    }
  }

  /** Executors whose driver has ended end by themselves. */
  private endExecutors(driver: Pod): void {
    const { clock, registry } = this.context;
    for (const pod of this.owned.of(driver.metadata.uid)) {
      if (hasEnded(pod) || pod.status.phase !== 'Running') continue;
      registry.updateStatus(
        PODS,
        pod,
        endedStatus(pod, timestamp(clock.now()), {
          phase: 'Succeeded',
          exitCode: 0,
          reason: 'Completed',
        }),
      );
    }
  }
}

function idOf(pod: Pod): number {
  return Number(pod.metadata.labels?.[EXECUTOR_ID_LABEL] ?? 0);
}
