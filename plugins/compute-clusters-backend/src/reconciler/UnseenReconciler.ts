import { ClusterRecord, ClusterStore } from '../database';
import { Clock } from '../clock';
import { ObjectWatcher } from '../kubernetes/ObjectWatcher';
import { NamespaceMappings } from '../ownership';
import { ChangePublisher } from '../publishing';
import { DesiredCluster } from './DesiredCluster';
import { WorkResult } from './KeyedQueue';
import { planUnseen } from './planUnseen';
import { StepRunner, StepsOutcome } from './StepRunner';
import { unseenMessage } from './unseenMessage';

/** How soon to look again whether a namespace may be watched. */
const AGAIN_MILLISECONDS = 10_000;

export interface UnseenReconcilerOptions {
  store: ClusterStore;
  watcher: ObjectWatcher;
  runner: StepRunner;
  mappings: NamespaceMappings;
  publisher: ChangePublisher;
  clock: Clock;
}

/**
 * One pass over a compute cluster in a namespace that is not watched: what cannot be seen there is not missing. The
 * cluster runs on, what is to end is ended blindly if that is allowed, and the store tells that nobody looks.
 */
export class UnseenReconciler {
  static create(options: UnseenReconcilerOptions): UnseenReconciler {
    return new UnseenReconciler(options);
  }

  private constructor(private readonly options: UnseenReconcilerOptions) {}

  /** @throws the error of a step that is worth repeating */
  async reconcile(
    desired: DesiredCluster,
    signal: AbortSignal,
  ): Promise<WorkResult> {
    const { watcher, runner } = this.options;
    const { cluster } = desired;
    const refusal = watcher.refusalIn(cluster.namespace);
    // Without one it is not known yet whether it may be watched.
    if (refusal !== undefined) {
      const steps = planUnseen(desired);
      const outcome = await runner.run(cluster, steps, signal);
      await this.show(cluster, refusal, outcome);
    }
    return { requeueAfter: AGAIN_MILLISECONDS };
  }

  private async show(
    cluster: ClusterRecord,
    refusal: string,
    outcome: StepsOutcome,
  ): Promise<void> {
    const { store, mappings, publisher, clock } = this.options;
    const isMapped = mappings.find(cluster) !== undefined;
    const message = unseenMessage(cluster, { refusal, isMapped, outcome });
    if (message !== cluster.unseen?.message) {
      const since = cluster.unseen?.since ?? clock.now();
      await store.saveUnseen(cluster.id, { since, message });
      publisher.clusterChanged(cluster, 'observed');
    }
  }
}
