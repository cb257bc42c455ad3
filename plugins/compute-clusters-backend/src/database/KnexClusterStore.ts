import { NotFoundError } from '@backstage/errors';
import { Knex } from 'knex';
import { Clock, RecentValue } from '../clock';
import { toClusterRecord } from './clusterRows';
import {
  ClusterChange,
  ClusterQuery,
  ClusterSlice,
  ClusterStore,
  IdempotentRequest,
  NamespaceKey,
  NewCluster,
  StateCount,
} from './ClusterStore';
import { changeCluster } from './operations/changeCluster';
import { countStates } from './operations/countStates';
import { createCluster } from './operations/createCluster';
import { forgetDone } from './operations/idempotency';
import { IdempotencyKeyReusedError } from './IdempotencyKeyReusedError';
import { endGiveUp } from './operations/endGiveUp';
import { listActivity } from './operations/listActivity';
import { listClusters } from './operations/listClusters';
import { listRemoval } from './operations/listRemoval';
import { removeCluster } from './operations/removeCluster';
import { saveEvent } from './operations/saveEvent';
import { saveObserved } from './operations/saveObserved';
import { saveUnseen } from './operations/saveUnseen';
import { selectClusters } from './operations/selectClusters';
import {
  ActivityRecord,
  ClusterRecord,
  ObservedStatus,
  RunFacts,
  StoredClusterState,
  UnseenRecord,
} from './records';
import { Position, Slice } from './Slice';

/** Idempotency keys are kept for a day, and old ones looked for so often. */
const FORGET_MILLISECONDS = 60_000;

/** Keeps compute clusters in the plugin's own database. */
export class KnexClusterStore implements ClusterStore {
  static create(options: { knex: Knex; clock: Clock }): KnexClusterStore {
    return new KnexClusterStore(options.knex, options.clock);
  }

  private readonly forgotten: RecentValue<void>;

  private constructor(
    private readonly knex: Knex,
    private readonly clock: Clock,
  ) {
    this.forgotten = RecentValue.create({
      clock,
      maxAge: FORGET_MILLISECONDS,
      read: () => forgetDone(knex, clock.now()),
    });
  }

  async create(cluster: NewCluster): Promise<ClusterRecord> {
    const creation = await createCluster({
      knex: this.knex,
      cluster,
      now: this.clock.now(),
      forgetOld: () => this.forgotten.get(),
    });
    if ('created' in creation) {
      return creation.created;
    }
    const made = await this.get(creation.madeBefore);
    if (!made) {
      throw new IdempotencyKeyReusedError(
        `The compute cluster '${cluster.name}' that this idempotency key made was deleted since`,
      );
    }
    return made;
  }

  async get(id: string): Promise<ClusterRecord | undefined> {
    const row = await selectClusters(this.knex)
      .where('clusters.id', id)
      .first();
    return row && toClusterRecord(row);
  }

  async getMany(ids: string[]): Promise<(ClusterRecord | undefined)[]> {
    const rows = await selectClusters(this.knex).whereIn('clusters.id', ids);
    const byId = new Map(rows.map(row => [row.id, toClusterRecord(row)]));
    return ids.map(id => byId.get(id));
  }

  async getByName(
    key: NamespaceKey & { name: string },
  ): Promise<ClusterRecord | undefined> {
    const row = await selectClusters(this.knex)
      .where('clusters.kubernetes_cluster', key.kubernetesCluster)
      .where('clusters.namespace', key.namespace)
      .where('clusters.name', key.name)
      .first();
    return row && toClusterRecord(row);
  }

  async list(query: ClusterQuery): Promise<ClusterSlice> {
    return await listClusters({
      knex: this.knex,
      query,
      now: this.clock.now(),
    });
  }

  async change(
    id: string,
    decide: (cluster: ClusterRecord) => ClusterChange | undefined,
    options?: { idempotency?: IdempotentRequest },
  ): Promise<ClusterRecord> {
    await changeCluster({
      knex: this.knex,
      id,
      decide,
      idempotency: options?.idempotency,
      now: () => this.clock.now(),
      forgetOld: () => this.forgotten.get(),
    });
    const changed = await this.get(id);
    if (!changed) {
      throw new NotFoundError(`There is no compute cluster '${id}'`);
    }
    return changed;
  }

  async listIds(
    kubernetesCluster: string,
    states?: StoredClusterState[],
  ): Promise<string[]> {
    const query = this.knex('clusters')
      .where('kubernetes_cluster', kubernetesCluster)
      .whereNull('removed_at');
    if (states) {
      query.whereIn('state', states);
    }
    return await query.pluck('id');
  }

  async listNamespaces(): Promise<NamespaceKey[]> {
    return await this.knex('clusters')
      .whereNull('removed_at')
      .distinct('kubernetes_cluster as kubernetesCluster', 'namespace');
  }

  async listRemoval(ids: string[]): Promise<Map<string, boolean>> {
    return await listRemoval(this.knex, ids);
  }

  async countStates(): Promise<StateCount[]> {
    return await countStates(this.knex);
  }

  async saveObserved(
    id: string,
    seen: { runSequence: number | null; power: 'on' | 'off' },
    observed: ObservedStatus,
    activity?: ClusterChange['activity'],
    runs: RunFacts[] = [],
  ): Promise<boolean> {
    const { knex } = this;
    if (!activity) {
      return await saveObserved({ knex, id, seen, observed, runs });
    }
    return await knex.transaction(async tx =>
      saveEvent({
        tx,
        id,
        seen,
        observed,
        activity,
        runs,
        now: this.clock.now(),
      }),
    );
  }

  async saveUnseen(id: string, unseen: UnseenRecord): Promise<void> {
    await saveUnseen({ knex: this.knex, id, unseen });
  }

  async endGiveUp(id: string, requestedAt: Date): Promise<void> {
    await endGiveUp({ knex: this.knex, id, requestedAt });
  }

  async remove(id: string): Promise<void> {
    await removeCluster({ knex: this.knex, id, now: this.clock.now() });
  }

  async listActivity(
    clusterId: string,
    page: { limit: number; position?: Position },
  ): Promise<Slice<ActivityRecord>> {
    return await listActivity({ knex: this.knex, clusterId, ...page });
  }
}
