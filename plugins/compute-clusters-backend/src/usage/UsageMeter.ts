import { LoggerService } from '@backstage/backend-plugin-api';
import { repeat } from '../clock';
import { LeasedWork } from '../leases';
import { LeavingPods } from './LeavingPods';
import { UsageLedger, UsageLedgerOptions } from './UsageLedger';

/** What changes within this time is written together. */
const TURN_MILLISECONDS = 1_000;

/** So often one row says that everything still runs: what vanishes while nobody watches is billed until then. */
const CONFIRM_MILLISECONDS = 15_000;

/** So often all clusters are compared, whatever the watch said. */
const RESYNC_MILLISECONDS = 600_000;

const RETRY_MILLISECONDS = 5_000;

/** Clusters of one transaction. */
const BATCH = 200;

export interface UsageMeterOptions extends Omit<UsageLedgerOptions, 'leaving'> {
  logger: LoggerService;
}

/**
 * Meters the compute clusters of one Kubernetes cluster. Level-triggered as the reconciler: whatever happened, the pods'
 * own times tell what to write.
 */
export class UsageMeter implements LeasedWork {
  static create(options: UsageMeterOptions): UsageMeter {
    const leaving = LeavingPods.create(options);
    const ledger = UsageLedger.create({ ...options, leaving });
    return new UsageMeter(options, leaving, ledger);
  }

  private readonly waiting = new Set<string>();
  private session = new AbortController();
  private turnUnderWay: Promise<unknown> = Promise.resolve();
  /** When all pods with an open row were last known to run. */
  private lastSeen: Date | null | undefined;
  /** The last that was stored of it; milliseconds. */
  private confirmedAt = 0;
  private resyncAt = 0;

  private constructor(
    private readonly options: UsageMeterOptions,
    private readonly leaving: LeavingPods,
    private readonly ledger: UsageLedger,
  ) {
    const { watcher } = options.connection;
    watcher.onChange(id => this.waiting.add(id));
    // Also on a backend that waits for the lease: the one that had it may not have got round to it.
    watcher.onPodGone((pod, seenAt) => leaving.add(pod, seenAt));
  }

  start(): void {
    this.session = new AbortController();
    this.lastSeen = undefined;
    this.confirmedAt = 0;
    this.resyncAt = 0;
    void this.run(this.session.signal);
  }

  /** Writes what there is to write, so that the next backend need not guess. */
  async stop(): Promise<void> {
    this.session.abort();
    await this.turnUnderWay;
    if (this.lastSeen !== undefined) {
      await this.conclude();
    }
  }

  private async run(signal: AbortSignal): Promise<void> {
    const { clock, connection, logger } = this.options;
    // Before it is complete, absence means nothing.
    await connection.watcher.start();
    if (signal.aborted) {
      return;
    }
    repeat({
      clock,
      signal,
      retryAfter: RETRY_MILLISECONDS,
      task: () => this.takeTurn(),
      onError: error =>
        logger.warn(`Metering of ${connection.name} tries again: ${error}`),
    });
  }

  private takeTurn(): Promise<number> {
    const turn = this.turn();
    this.turnUnderWay = turn.catch(() => {});
    return turn;
  }

  private async turn(): Promise<number> {
    const { store, connection } = this.options;
    if (this.lastSeen === undefined) {
      this.lastSeen = await store.meteredAt(connection.name);
    }
    await this.resync();
    await this.settleBatch();
    if (this.waiting.size > 0) {
      return 0;
    }
    await this.confirm(CONFIRM_MILLISECONDS);
    return TURN_MILLISECONDS;
  }

  private async resync(): Promise<void> {
    const { store, connection, clock } = this.options;
    const now = clock.now().getTime();
    if (now < this.resyncAt) {
      return;
    }
    const open = await store.listOpen(connection.name);
    this.resyncAt = now + RESYNC_MILLISECONDS;
    [
      ...open,
      ...connection.watcher.clusterIds(),
      ...this.leaving.clusterIds(),
    ].forEach(id => this.waiting.add(id));
  }

  private async settleBatch(): Promise<void> {
    const batch = [...this.waiting].slice(0, BATCH);
    if (batch.length === 0) {
      return;
    }
    // Whatever changes from here on is for the next turn.
    batch.forEach(id => this.waiting.delete(id));
    try {
      await this.ledger.settle(batch, this.lastSeen ?? null);
    } catch (error) {
      batch.forEach(id => this.waiting.add(id));
      throw error;
    }
  }

  /** Every open row was just compared with a pod that is there. */
  private async confirm(notBefore: number): Promise<void> {
    const { store, connection, holder } = this.options;
    this.lastSeen = connection.watcher.answeredAt() ?? this.lastSeen;
    const seenAt = this.lastSeen?.getTime() ?? this.confirmedAt;
    // The clock may have been set back.
    if (this.lastSeen && Math.abs(seenAt - this.confirmedAt) >= notBefore) {
      await store.saveMeteredAt(this.lastSeen, {
        kubernetesCluster: connection.name,
        holder,
      });
      this.confirmedAt = seenAt;
    }
  }

  private async conclude(): Promise<void> {
    const { connection, logger } = this.options;
    try {
      while (this.waiting.size > 0) {
        await this.settleBatch();
      }
      await this.confirm(0);
    } catch (error) {
      logger.warn(
        `Metering of ${connection.name} goes on with the next backend: ${error}`,
      );
    }
  }
}
