import { Knex } from 'knex';
import { Clock } from '../clock';
import {
  LogArchiveRecord,
  LogArchiveStore,
  NewLogArchive,
} from './LogArchiveStore';
import { StoredTime } from './rows';
import { toDate, toOptionalDate } from './toDate';

/** Kept logs of one cluster; executors that die one after the other must not fill the database. */
const KEPT_PER_CLUSTER = 500;

interface LogArchiveRow {
  pod_uid: string;
  cluster_id: string;
  run: number;
  pod: string;
  component: LogArchiveRecord['component'];
  phase: LogArchiveRecord['phase'];
  started_at: StoredTime | null;
  ended_at: StoredTime;
  bytes: number;
}

/** All but the log itself, which is big. */
const COLUMNS: (keyof LogArchiveRow)[] = [
  'pod_uid',
  'cluster_id',
  'run',
  'pod',
  'component',
  'phase',
  'started_at',
  'ended_at',
  'bytes',
];

/** Keeps logs in the plugin's own database. */
export class KnexLogArchiveStore implements LogArchiveStore {
  static create(options: { knex: Knex; clock: Clock }): KnexLogArchiveStore {
    return new KnexLogArchiveStore(options.knex, options.clock);
  }

  private constructor(
    private readonly knex: Knex,
    private readonly clock: Clock,
  ) {}

  async save(archive: NewLogArchive): Promise<boolean> {
    return await this.knex.transaction(async tx => {
      const cluster = await tx('clusters')
        .where({ id: archive.clusterId })
        .first('id');
      if (!cluster) {
        return false;
      }
      await this.insert(tx, archive);
      await keepFailure(tx, archive);
      await deleteOldExecutors(tx, archive.clusterId);
      return true;
    });
  }

  async listKept(podUids: string[]): Promise<Set<string>> {
    const kept: string[] = await this.knex('log_archives')
      .whereIn('pod_uid', podUids)
      .pluck('pod_uid');
    return new Set(kept);
  }

  async list(clusterId: string): Promise<LogArchiveRecord[]> {
    const rows: LogArchiveRow[] = await this.knex('log_archives')
      .where('cluster_id', clusterId)
      .orderBy('ended_at', 'desc')
      .limit(KEPT_PER_CLUSTER)
      .select(COLUMNS);
    return rows.map(toRecord);
  }

  async lastDriver(clusterId: string): Promise<LogArchiveRecord | undefined> {
    const row: LogArchiveRow | undefined = await this.knex('log_archives')
      .where({ cluster_id: clusterId, component: 'driver' })
      .orderBy('ended_at', 'desc')
      .first(COLUMNS);
    return row && toRecord(row);
  }

  async read(clusterId: string, pod: string): Promise<Buffer | undefined> {
    const row: { content: Buffer } | undefined = await this.knex('log_archives')
      .where({ cluster_id: clusterId, pod })
      .orderBy('ended_at', 'desc')
      .first('content');
    return row?.content;
  }

  async failureLogOf(
    clusterId: string,
    run: number,
  ): Promise<string | undefined> {
    const row: { failure_log: string | null } | undefined = await this.knex(
      'runs',
    )
      .where({ cluster_id: clusterId, sequence: run })
      .first('failure_log');
    return row?.failure_log ?? undefined;
  }

  async deleteBefore(time: Date, limit: number): Promise<number> {
    const old = this.knex('log_archives')
      .where('archived_at', '<', time)
      .orderBy('archived_at')
      .limit(limit)
      .select('pod_uid');
    return await this.knex('log_archives').whereIn('pod_uid', old).delete();
  }

  private async insert(tx: Knex.Transaction, archive: NewLogArchive) {
    await tx('log_archives')
      .insert({
        pod_uid: archive.podUid,
        cluster_id: archive.clusterId,
        run: archive.run,
        pod: archive.pod,
        component: archive.component,
        phase: archive.phase,
        started_at: archive.startedAt,
        ended_at: archive.endedAt,
        archived_at: this.clock.now(),
        bytes: archive.bytes,
        content: archive.content,
      })
      .onConflict('pod_uid')
      .ignore();
  }
}

/** After an outage the logs of several drivers of a run may come in any order. */
async function keepFailure(
  tx: Knex.Transaction,
  { clusterId, run, podUid, failure, endedAt }: NewLogArchive,
): Promise<void> {
  if (failure === null) {
    return;
  }
  const later = tx('log_archives')
    .where({ cluster_id: clusterId, run, component: 'driver' })
    .where('ended_at', '>', endedAt);
  await tx('runs')
    .where({ cluster_id: clusterId, sequence: run })
    .whereNotExists(later)
    .update({
      failure_log: failure.log,
      failure_cause: failure.cause,
      failure_pod_uid: podUid,
    });
}

/** Of drivers there are few, and they tell more. */
async function deleteOldExecutors(
  tx: Knex.Transaction,
  clusterId: string,
): Promise<void> {
  const surplus: string[] = await tx('log_archives')
    .where({ cluster_id: clusterId, component: 'executor' })
    .orderBy('ended_at', 'desc')
    .offset(KEPT_PER_CLUSTER)
    .limit(KEPT_PER_CLUSTER)
    .pluck('pod_uid');
  if (surplus.length > 0) {
    await tx('log_archives').whereIn('pod_uid', surplus).delete();
  }
}

function toRecord(row: LogArchiveRow): LogArchiveRecord {
  return {
    podUid: row.pod_uid,
    clusterId: row.cluster_id,
    run: row.run,
    pod: row.pod,
    component: row.component,
    phase: row.phase,
    startedAt: toOptionalDate(row.started_at),
    endedAt: toDate(row.ended_at),
    bytes: row.bytes,
  };
}
