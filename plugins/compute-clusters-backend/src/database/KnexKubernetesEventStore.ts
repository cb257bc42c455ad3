import { Knex } from 'knex';
import { NamespaceKey } from './ClusterStore';
import {
  ClusterName,
  KubernetesEventQuery,
  KubernetesEventRecord,
  KubernetesEventStore,
  NewKubernetesEvent,
} from './KubernetesEventStore';
import { StoredTime } from './rows';
import { Slice, toSlice } from './Slice';
import { toDate } from './toDate';

/** A row of `kubernetes_events`. */
interface KubernetesEventRow {
  uid: string;
  cluster_id: string;
  type: 'Normal' | 'Warning';
  reason: string;
  message: string;
  object: string;
  count: number;
  first_seen: StoredTime;
  last_seen: StoredTime;
}

/** Rows of one statement; SQLite takes at most 32,766 values. */
const CHUNK = 500;

/** Keeps Kubernetes' events in the plugin's own database. */
export class KnexKubernetesEventStore implements KubernetesEventStore {
  static create(options: { knex: Knex }): KnexKubernetesEventStore {
    return new KnexKubernetesEventStore(options.knex);
  }

  private constructor(private readonly knex: Knex) {}

  async save(events: NewKubernetesEvent[]): Promise<void> {
    // PostgreSQL refuses to touch a row twice in one statement.
    const latest = new Map(events.map(event => [event.uid, event]));
    const places = await this.placesOf(events);
    const rows = [...latest.values()]
      .filter(event => places.get(event.clusterId) === placeOf(event))
      .map(toRow);
    for (let start = 0; start < rows.length; start += CHUNK) {
      await this.upsert(rows.slice(start, start + CHUNK));
    }
  }

  async list(
    clusterId: string,
    query: KubernetesEventQuery,
  ): Promise<Slice<KubernetesEventRecord> & { warnings: number }> {
    const { limit, position } = query;
    const backwards = position?.before ?? false;
    const direction = backwards ? 'asc' : 'desc';
    const rows = this.matching(clusterId, query).orderBy([
      { column: 'last_seen', order: direction },
      { column: 'uid', order: direction },
    ]);
    if (position) {
      rows.whereRaw(`(last_seen, uid) ${backwards ? '>' : '<'} (?, ?)`, [
        new Date(position.value),
        position.id,
      ]);
    }
    const found: KubernetesEventRow[] = await rows.limit(limit + 1);
    const slice = toSlice({
      rows: found.map(toRecord),
      totalItems: await this.count(this.matching(clusterId, query)),
      limit,
      position,
      positionOf: ({ uid, lastSeen }) => ({
        value: lastSeen.getTime(),
        id: uid,
      }),
    });
    const warnings = this.matching(clusterId, { type: 'Warning' });
    return { ...slice, warnings: await this.count(warnings) };
  }

  async listNames({
    kubernetesCluster,
    namespace,
  }: NamespaceKey): Promise<ClusterName[]> {
    const rows = await this.knex('clusters')
      .where({ kubernetes_cluster: kubernetesCluster, namespace })
      .whereNull('removed_at')
      .select('id', 'name', 'run_sequence');
    return rows.map(({ id, name, run_sequence }) => ({
      id,
      name,
      runSequence: run_sequence ?? 0,
    }));
  }

  async deleteBefore(time: Date, limit: number): Promise<number> {
    return await this.knex('kubernetes_events')
      .whereIn('uid', oldest =>
        oldest
          .select('uid')
          .from('kubernetes_events')
          .where('last_seen', '<', time)
          .orderBy('last_seen')
          .limit(limit),
      )
      .delete();
  }

  private matching(
    clusterId: string,
    { type, object, text }: Omit<KubernetesEventQuery, 'limit'>,
  ): Knex.QueryBuilder {
    const rows = this.knex('kubernetes_events').where('cluster_id', clusterId);
    if (type) {
      rows.where('type', type);
    }
    if (object) {
      rows.where('object', object);
    }
    if (text) {
      const pattern = patternOf(text);
      rows.where(either =>
        either
          .whereRaw(`lower(reason) like ? escape '\\'`, [pattern])
          .orWhereRaw(`lower(message) like ? escape '\\'`, [pattern]),
      );
    }
    return rows;
  }

  private async count(rows: Knex.QueryBuilder): Promise<number> {
    const [{ total }] = await rows.count({ total: '*' });
    return Number(total);
  }

  /** A cluster's row may have been cleared away since: its events would make the whole statement fail. */
  private async placesOf(
    events: NewKubernetesEvent[],
  ): Promise<Map<string, string>> {
    const ids = [...new Set(events.map(({ clusterId }) => clusterId))];
    const places = new Map<string, string>();
    for (let start = 0; start < ids.length; start += CHUNK) {
      const chunk = ids.slice(start, start + CHUNK);
      const found: ({ id: string } & NamespaceKey)[] = await this.knex(
        'clusters',
      )
        .whereIn('id', chunk)
        .select('id', 'namespace', {
          kubernetesCluster: 'kubernetes_cluster',
        });
      found.forEach(cluster => places.set(cluster.id, placeOf(cluster)));
    }
    return places;
  }

  private async upsert(rows: KubernetesEventRow[]): Promise<void> {
    await this.knex('kubernetes_events')
      .insert(rows)
      .onConflict('uid')
      .merge(['type', 'reason', 'message', 'count', 'last_seen'])
      // What was read again is not written again, and what is late takes nothing back.
      .where(older =>
        older
          .whereRaw('excluded.count > kubernetes_events.count')
          .orWhereRaw('excluded.last_seen > kubernetes_events.last_seen'),
      );
  }
}

function placeOf({ kubernetesCluster, namespace }: NamespaceKey): string {
  return `${kubernetesCluster}/${namespace}`;
}

function patternOf(text: string): string {
  const escaped = text
    .toLocaleLowerCase('en-US')
    .replace(/[\\%_]/g, character => `\\${character}`);
  return `%${escaped}%`;
}

function toRow(event: KubernetesEventRecord): KubernetesEventRow {
  const { uid, type, reason, message, object, count } = event;
  return {
    uid,
    cluster_id: event.clusterId,
    type,
    reason,
    // PostgreSQL keeps no NUL.
    message: message.replaceAll('\0', ''),
    object,
    count,
    first_seen: event.firstSeen,
    last_seen: event.lastSeen,
  };
}

function toRecord(row: KubernetesEventRow): KubernetesEventRecord {
  const { uid, type, reason, message, object, count } = row;
  return {
    uid,
    clusterId: row.cluster_id,
    type,
    reason,
    message,
    object,
    count,
    firstSeen: toDate(row.first_seen),
    lastSeen: toDate(row.last_seen),
  };
}
