import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { SignalApi } from '@backstage/plugin-signals-react';
import {
  COMPUTE_CLUSTERS_CHANNEL,
  isClusterChangedEvent,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { queryKeys } from './queryKeys';

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
      if (event.type === 'updated' && event.action.type === 'error') forget();
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
