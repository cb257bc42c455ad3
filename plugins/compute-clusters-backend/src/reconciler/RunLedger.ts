import { Clock } from '../clock';
import { LastingKind } from '../kubernetes/records';

/** For so long what was just created need not show in the watch. */
export const EXPECTATION_MILLISECONDS = 10_000;

interface Entry {
  created?: { run: number; at: number };
  gone: Set<number>;
  applied: Map<LastingKind, number>;
}

/**
 * What this process did to the objects of clusters, since the watch tells it a little later. Without it a Job that was
 * created a moment ago would look as if it did not exist.
 */
export class RunLedger {
  static create(options: { clock: Clock }): RunLedger {
    return new RunLedger(options.clock);
  }

  private readonly entries = new Map<string, Entry>();

  private constructor(private readonly clock: Clock) {}

  /** The Job of this run was created. */
  created(clusterId: string, run: number): void {
    const entry = this.entryOf(clusterId);
    entry.gone.delete(run);
    entry.created = { run, at: this.clock.now().getTime() };
  }

  /** The API server said that this run has no Job, or has none any more. */
  gone(clusterId: string, run: number): void {
    this.entryOf(clusterId).gone.add(run);
  }

  /** The watch has shown the Job of this run: from now on its absence means absence. */
  seen(clusterId: string, run: number): void {
    const entry = this.entries.get(clusterId);
    if (entry?.created?.run === run) {
      entry.created.at = 0;
    }
  }

  /** The cluster's object of this kind is put there now. */
  applied(clusterId: string, kind: LastingKind): void {
    const now = this.clock.now().getTime();
    this.entryOf(clusterId).applied.set(kind, now);
  }

  /** Kinds that were put there so lately that the watch may not show it; also a limit to quarrels over an object. */
  appliedLately(clusterId: string): LastingKind[] {
    const since = this.clock.now().getTime() - EXPECTATION_MILLISECONDS;
    return [...(this.entries.get(clusterId)?.applied ?? [])]
      .filter(([, at]) => at > since)
      .map(([kind]) => kind);
  }

  /** The cluster is no more. */
  forget(clusterId: string): void {
    this.entries.delete(clusterId);
  }

  /** Whether the Job of this run was created so lately that the watch may not show it yet. */
  expects(clusterId: string, run: number): boolean {
    const entry = this.entries.get(clusterId);
    return (
      entry?.created?.run === run &&
      !entry.gone.has(run) &&
      this.clock.now().getTime() - entry.created.at < EXPECTATION_MILLISECONDS
    );
  }

  /** Runs up to this one whose Job may exist although no watch shows it. */
  unconfirmed(clusterId: string, sequence: number): number[] {
    const entry = this.entries.get(clusterId);
    const created = entry?.created?.run ?? sequence;
    // Twice in each pass over each cluster, so as little is made as can be.
    const runs =
      created === sequence || created === sequence - 1
        ? [sequence - 1, sequence]
        : [created, sequence - 1, sequence];
    return runs.filter(run => run > 0 && !entry?.gone.has(run));
  }

  private entryOf(clusterId: string): Entry {
    const entry = this.entries.get(clusterId) ?? {
      gone: new Set<number>(),
      applied: new Map<LastingKind, number>(),
    };
    this.entries.set(clusterId, entry);
    return entry;
  }
}
