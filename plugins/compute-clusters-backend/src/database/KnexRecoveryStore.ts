import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { Clock } from '../clock';
import { NameConflictError } from './NameConflictError';
import { restoreCluster } from './operations/restoreCluster';
import { ClusterRecord } from './records';
import { RecoveryStore, RestoredCluster } from './RecoveryStore';

/** Takes compute clusters into the plugin's own database. */
export class KnexRecoveryStore implements RecoveryStore {
  static create(options: { knex: Knex; clock: Clock }): KnexRecoveryStore {
    return new KnexRecoveryStore(options.knex, options.clock);
  }

  private constructor(
    private readonly knex: Knex,
    private readonly clock: Clock,
  ) {}

  async restore(cluster: RestoredCluster): Promise<ClusterRecord> {
    try {
      return await this.knex.transaction(tx =>
        restoreCluster({ tx, cluster, now: this.clock.now() }),
      );
    } catch (error) {
      if (!isDatabaseConflictError(error)) {
        throw error;
      }
      throw new NameConflictError(
        `There is already a compute cluster '${cluster.name}' in namespace '${cluster.namespace}'`,
      );
    }
  }
}
