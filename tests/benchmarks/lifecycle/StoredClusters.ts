import type { Knex } from 'knex';
import { waitUntil } from '../../support/waitUntil';
import { openStore } from '../support/openStore';

const EVERY_MS = 3;
const QUIET_MS = 30_000;

/** What the store tells of a cluster's pods. */
interface StoredPods {
  driver_ready: boolean | number;
  executors_running: number;
}

interface Awaited {
  isSo: (pods: StoredPods) => boolean;
  resolve: (at: number) => void;
}

/**
 * Looks into the store itself for many clusters by one query: to ask for each of them would take the processor from
 * what is measured.
 */
export class StoredClusters {
  static open(dataDirectory: string): StoredClusters {
    return new StoredClusters(openStore(dataDirectory));
  }

  private readonly awaited = new Map<string, Awaited>();
  private readonly timer: NodeJS.Timeout;
  private looking = false;

  private constructor(private readonly knex: Knex) {
    this.timer = setInterval(() => this.look(), EVERY_MS);
  }

  /** Resolves with the milliseconds since the epoch when the store tells so of the cluster's driver. */
  readyIs(clusterId: string, ready: boolean): Promise<number> {
    return this.when(clusterId, pods => Boolean(pods.driver_ready) === ready);
  }

  /** The same for the number of the cluster's running executors. */
  runningIs(clusterId: string, running: number): Promise<number> {
    return this.when(clusterId, pods => pods.executors_running === running);
  }

  /** Resolves when every cluster has so many running executors. */
  async executorsAre(running: number): Promise<number> {
    await waitUntil(
      `all clusters have ${running} executors in the store`,
      async () => {
        const others = await this.knex('clusters')
          .whereNot({ executors_running: running })
          .whereNull('removed_at')
          .first('id');
        return others === undefined;
      },
      { timeoutMs: 300_000, everyMs: 20 },
    );
    return Date.now();
  }

  /** Resolves when all events of Kubernetes are stored: when for a while no more of them are. */
  async eventsAreStored(): Promise<void> {
    let stored = -1;
    let since = performance.now();
    await waitUntil(
      'all events of Kubernetes are stored',
      async () => {
        const count = await this.count('kubernetes_events');
        if (count !== stored) {
          stored = count;
          since = performance.now();
        }
        return performance.now() - since > QUIET_MS;
      },
      { timeoutMs: 600_000, everyMs: 1_000 },
    );
  }

  /** How many clusters are ACTIVE. */
  async countActive(): Promise<number> {
    return this.count('clusters', { state: 'ACTIVE' });
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    await this.knex.destroy();
  }

  private when(clusterId: string, isSo: Awaited['isSo']): Promise<number> {
    return new Promise(resolve => {
      this.awaited.set(clusterId, { isSo, resolve });
    });
  }

  private async count(table: string, filter = {}): Promise<number> {
    const [{ count }] = await this.knex(table)
      .where(filter)
      .count({ count: '*' });
    return Number(count);
  }

  private async look(): Promise<void> {
    if (this.looking || this.awaited.size === 0) {
      return;
    }
    this.looking = true;
    const rows = await this.knex('clusters')
      .whereIn('id', [...this.awaited.keys()])
      .select('id', 'driver_ready', 'executors_running');
    this.looking = false;
    for (const { id, ...pods } of rows) {
      const awaited = this.awaited.get(id);
      if (awaited?.isSo(pods)) {
        this.awaited.delete(id);
        awaited.resolve(Date.now());
      }
    }
  }
}
