import { Knex } from 'knex';
import {
  KubernetesClusterRecord,
  KubernetesClusterStore,
} from './KubernetesClusterStore';
import { KubernetesClusterRow } from './rows';
import { toOptionalDate } from './toDate';

/** Keeps leases and signs of life in the plugin's own database. */
export class KnexKubernetesClusterStore implements KubernetesClusterStore {
  static create(options: { knex: Knex }): KnexKubernetesClusterStore {
    return new KnexKubernetesClusterStore(options.knex);
  }

  private constructor(private readonly knex: Knex) {}

  async acquireLease(options: {
    name: string;
    holder: string;
    now: Date;
    duration: number;
    abandoned?: Date;
  }): Promise<boolean> {
    const { name, holder, now, duration, abandoned } = options;
    await this.ensureRow(name);
    const updated = await this.knex('kubernetes_clusters')
      .where({ name })
      .andWhere(free =>
        free
          .whereNull('lease_holder')
          .orWhere('lease_holder', holder)
          .orWhere('lease_expires_at', '<=', now)
          .orWhere('lease_expires_at', abandoned ?? now),
      )
      .update({
        lease_holder: holder,
        lease_expires_at: new Date(now.getTime() + duration),
      });
    return updated > 0;
  }

  async releaseLease(name: string, holder: string): Promise<void> {
    await this.knex('kubernetes_clusters')
      .where({ name, lease_holder: holder })
      .update({ lease_holder: null, lease_expires_at: null });
  }

  async saveAnsweredAt(name: string, at: Date): Promise<void> {
    await this.knex('kubernetes_clusters')
      .insert({ name, answered_at: at })
      .onConflict('name')
      .merge(['answered_at']);
  }

  async list(): Promise<KubernetesClusterRecord[]> {
    const rows = await this.knex<KubernetesClusterRow>(
      'kubernetes_clusters',
    ).orderBy('name');
    return rows.map(row => ({
      name: row.name,
      leaseHolder: row.lease_holder,
      leaseExpiresAt: toOptionalDate(row.lease_expires_at),
      answeredAt: toOptionalDate(row.answered_at),
    }));
  }

  private async ensureRow(name: string): Promise<void> {
    await this.knex('kubernetes_clusters')
      .insert({ name })
      .onConflict('name')
      .ignore();
  }
}
