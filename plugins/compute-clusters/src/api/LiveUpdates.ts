import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { SignalApi } from '@backstage/plugin-signals-react';
import {
  COMPUTE_CLUSTERS_CHANNEL,
  isClusterChangedEvent,
  type ComputeCluster,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { isClusterKey, queryKeys } from './queryKeys';

/**
 * Turns signals into refetches, for all pages and cards on the screen together.
 *
 * Signals have no replay and do not tell when their socket breaks. So they count as working only once one has arrived,
 * and no longer when a request failed or the browser was offline; until then the pages poll.
 */
export class LiveUpdates {
  private users = 0;
  private detach: () => void = () => {};
  private isProven = false;
  private readonly listeners = new Set<() => void>();
  /** How each cluster was when it was last read, by id. */
  private readonly turns = new Map<string, string>();
  private readonly running = new Map<string, { again: boolean }>();

  private constructor(private readonly queryClient: QueryClient) {}

  static create(queryClient: QueryClient): LiveUpdates {
    return new LiveUpdates(queryClient);
  }

  /** Whether signals have proven to reach this browser. */
  readonly proven = (): boolean => this.isProven;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  /** Listens while anybody wants it; the returned function lets go. */
  attach(signals: SignalApi | undefined): () => void {
    this.users += 1;
    if (this.users === 1) this.detach = this.listen(signals);
    return () => {
      this.users -= 1;
      if (this.users === 0) this.detach();
    };
  }

  private listen(signals: SignalApi | undefined): () => void {
    const subscription = signals?.subscribe(COMPUTE_CLUSTERS_CHANNEL, message =>
      this.onMessage(message),
    );
    const forget = () => this.prove(false);
    const cache = this.queryClient.getQueryCache();
    const stopWatching = cache.subscribe(event => {
      if (event.type !== 'updated') return;
      if (event.action.type === 'error') forget();
      if (event.action.type === 'success') this.onRead(event.query.queryKey);
    });
    window.addEventListener('offline', forget);
    return () => {
      subscription?.unsubscribe();
      stopWatching();
      window.removeEventListener('offline', forget);
      forget();
    };
  }

  private onMessage(message: unknown) {
    this.prove(true);
    this.refetch(queryKeys.lists);
    this.refetch(queryKeys.namespaces);
    if (!isClusterChangedEvent(message)) return;
    this.refetch(queryKeys.cluster(message));
    this.refetch(queryKeys.insides(message.clusterId));
    // What Kubernetes does is no activity of a person.
    if (message.change !== 'observed') {
      this.refetch(queryKeys.activity(message.clusterId));
    }
  }

  /** Signals may be missing, or lost: a cluster that was read tells, too, that its inside has changed. */
  private onRead(queryKey: QueryKey) {
    if (!isClusterKey(queryKey)) return;
    const cluster = this.queryClient.getQueryData<ComputeCluster>(queryKey);
    if (!cluster) return;
    const { id } = cluster;
    const turn = turnOf(cluster);
    const last = this.turns.get(id);
    this.turns.set(id, turn);
    if (last === undefined || last === turn) return;
    this.refetch(queryKeys.insides(id));
    this.refetch(queryKeys.activity(id));
  }

  private prove(proven: boolean) {
    if (this.isProven === proven) return;
    this.isProven = proven;
    this.listeners.forEach(listener => listener());
  }

  /** One refetch at a time per key: a burst of signals becomes as many requests as the server answers. */
  private async refetch(queryKey: QueryKey) {
    const id = JSON.stringify(queryKey);
    const running = this.running.get(id);
    if (running) {
      running.again = true;
      return;
    }
    const state = { again: true };
    this.running.set(id, state);
    while (state.again) {
      state.again = false;
      await this.queryClient.invalidateQueries({ queryKey });
    }
    this.running.delete(id);
  }
}

/** What does not change without a run's end, an activity or other insides. */
function turnOf({ status, generation, run }: ComputeCluster): string {
  return JSON.stringify([status.state, generation, run?.sequence]);
}
