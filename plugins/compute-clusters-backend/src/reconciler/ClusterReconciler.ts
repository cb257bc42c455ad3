import { Clock } from '../clock';
import {
  ClusterRecord,
  ClusterStore,
  ObservedStatus,
  RunFacts,
} from '../database';
import { ObjectWatcher } from '../kubernetes/ObjectWatcher';
import { ReconcilerMetrics } from '../metrics';
import { ChangePublisher } from '../publishing';
import { AuditTrail } from '../service/AuditTrail';
import { automaticEnd } from './automaticEnd';
import { nextLook } from './deadlines';
import { DesiredCluster } from './DesiredCluster';
import { ExecutorRooms } from './ExecutorRooms';
import { WorkResult } from './KeyedQueue';
import { observe } from './observe';
import { ObservedCluster } from './ObservedCluster';
import { plan } from './plan';
import { runFacts } from './runFacts';
import { EXPECTATION_MILLISECONDS, RunLedger } from './RunLedger';
import { shownDiffers } from './shownDiffers';
import { statusOf } from './statusOf';
import { StepRunner, StepsOutcome } from './StepRunner';
import { UnseenReconciler } from './UnseenReconciler';
import { withFailure } from './withFailure';
import { withLoggedCause } from './withLoggedCause';

/** How soon to look again where no watch may tell of a change. */
const SOON_MILLISECONDS = 500;

/** The same where it may take minutes. */
const LATER_MILLISECONDS = 2_000;

export interface ClusterReconcilerOptions {
  /** Name of the Kubernetes cluster. */
  kubernetesCluster: string;
  store: ClusterStore;
  watcher: ObjectWatcher;
  runner: StepRunner;
  /** Sees to clusters where the watcher may not look. */
  unseen: UnseenReconciler;
  ledger: RunLedger;
  rooms: ExecutorRooms;
  publisher: ChangePublisher;
  trail: AuditTrail;
  metrics: ReconcilerMetrics;
  clock: Clock;
  /** Milliseconds that a driver may take to become ready. */
  startTimeout: number;
}

/** What a pass is given besides the cluster's id. */
export interface Pass {
  signal: AbortSignal;
  /** Called when the pass has seen to all that the watch told up to that moment. */
  looked: () => void;
}

/** One pass over one compute cluster: observe, plan, run the steps, and store what is seen, once, at the end. */
export class ClusterReconciler {
  static create(options: ClusterReconcilerOptions): ClusterReconciler {
    return new ClusterReconciler(options);
  }

  private constructor(private readonly options: ClusterReconcilerOptions) {}

  /** @throws the error of a step that is worth repeating */
  async reconcile(id: string, pass: Pass): Promise<WorkResult> {
    const cluster = await this.options.store.get(id);
    // Anybody who may make a pod here can give it the label of a cluster that is elsewhere.
    if (cluster?.kubernetesCluster !== this.options.kubernetesCluster) {
      this.options.ledger.forget(id);
      return {};
    }
    const { watcher, unseen } = this.options;
    if (!watcher.covers(cluster.namespace)) {
      return await unseen.reconcile(this.desire(cluster), pass.signal);
    }
    const observed = this.observe(cluster);
    const steps = plan(
      this.desire(cluster),
      observed,
      this.options.clock.now(),
    );
    const outcome = await this.options.runner.run(cluster, steps, pass.signal);
    if (outcome.type === 'removed') {
      this.options.ledger.forget(id);
      this.options.publisher.clusterChanged(cluster, 'removed');
      return {};
    }
    return await this.conclude(cluster, outcome, pass);
  }

  /** What is wanted, and what this process knows beyond the watch. */
  private desire(cluster: ClusterRecord): DesiredCluster {
    const { ledger, startTimeout } = this.options;
    const sequence = cluster.run?.sequence ?? 0;
    return {
      cluster,
      startTimeout,
      unconfirmedRuns: ledger.unconfirmed(cluster.id, sequence),
      expectsJob: ledger.expects(cluster.id, sequence),
      appliedLately: ledger.appliedLately(cluster.id),
    };
  }

  private observe(cluster: ClusterRecord): ObservedCluster {
    const { watcher, ledger } = this.options;
    const objects = watcher.objectsOf(cluster.id, cluster.namespace);
    const observed = observe(withLoggedCause(objects, cluster.run?.failure));
    for (const run of observed.runs) {
      if (run.job) {
        ledger.seen(cluster.id, run.sequence);
      }
    }
    return observed;
  }

  private async conclude(
    cluster: ClusterRecord,
    outcome: StepsOutcome,
    pass: Pass,
  ): Promise<WorkResult> {
    const { clock, watcher, rooms } = this.options;
    const room = await rooms.of(cluster);
    const now = clock.now();
    // First, since the ledger learns from it what need not be expected any more.
    const observed = this.observe(cluster);
    const desired = this.desire(cluster);
    const seen = statusOf(desired, observed, {
      now,
      heardAt: watcher.answeredAt() ?? now,
      refused: outcome.type === 'refused' ? outcome.finding : undefined,
      waitsFor: outcome.type === 'wait' ? outcome.finding : undefined,
      room,
    });
    const status =
      outcome.type === 'failed' ? withFailure(seen, outcome.error) : seen;
    if (hasNothingToDo(desired, observed, status, now)) {
      pass.looked();
    }
    await this.save(cluster, status, runFacts(desired, observed, status, now));
    if (
      outcome.type === 'failed' ||
      // Nobody can restart what is to be stopped: this goes on until Kubernetes lets it.
      (outcome.type === 'refused' && status.state !== 'FAILED')
    ) {
      throw outcome.error;
    }
    return {
      requeueAfter: earliest([
        this.afterSteps(cluster, status, outcome),
        this.isExpecting(desired, observed)
          ? EXPECTATION_MILLISECONDS
          : undefined,
        nextLook(desired, observed, status, now),
      ]),
    };
  }

  /** Whether the watch may be late. */
  private isExpecting(
    { expectsJob, appliedLately }: DesiredCluster,
    { missing }: ObservedCluster,
  ): boolean {
    return expectsJob || missing.some(kind => appliedLately.includes(kind));
  }

  private afterSteps(
    cluster: ClusterRecord,
    status: ObservedStatus,
    outcome: StepsOutcome,
  ): number | undefined {
    if (outcome.type === 'wait') {
      return outcome.finding ? LATER_MILLISECONDS : SOON_MILLISECONDS;
    }
    // A run that just failed may have to be cleared away.
    const failed =
      status.state === 'FAILED' && cluster.observed.state !== 'FAILED';
    const again = outcome.type === 'done' && outcome.again;
    return failed || again ? 0 : undefined;
  }

  private async save(
    cluster: ClusterRecord,
    status: ObservedStatus,
    runs: RunFacts[],
  ): Promise<void> {
    const ofThisRun = runs.some(
      ({ sequence }) => sequence === cluster.run?.sequence,
    );
    if (
      !ofThisRun &&
      !cluster.unseen &&
      !shownDiffers(cluster.observed, status)
    ) {
      return;
    }
    const { store, publisher, metrics, trail } = this.options;
    const seen = {
      runSequence: cluster.run?.sequence ?? null,
      power: cluster.power,
    };
    const activity = automaticEnd(cluster.observed, status);
    const { id } = cluster;
    const save = () => store.saveObserved(id, seen, status, activity, runs);
    const isSaved = activity
      ? await trail.recordAutomatic(
          cluster,
          { eventId: 'cluster-terminate', cause: status.reason },
          save,
        )
      : await save();
    if (isSaved) {
      metrics.shown(cluster.kubernetesCluster, cluster.observed, status);
      publisher.clusterChanged(cluster, 'observed');
    }
  }
}

/** Whether another pass over the very same objects would do nothing: what the steps caused is often seen already. */
function hasNothingToDo(
  desired: DesiredCluster,
  observed: ObservedCluster,
  status: ObservedStatus,
  now: Date,
): boolean {
  const cluster = { ...desired.cluster, observed: status };
  return plan({ ...desired, cluster }, observed, now).length === 0;
}

function earliest(times: (number | undefined)[]): number | undefined {
  const known = times.filter((time): time is number => time !== undefined);
  return known.length > 0 ? Math.min(...known) : undefined;
}
