import { Knex } from 'knex';
import { RunRow } from './rows';
import { RunStore, StoredRun } from './RunStore';
import { Position, Slice, toSlice } from './Slice';
import { toDate, toOptionalDate } from './toDate';

/** Everything but the specification, which nobody asks for here. */
const COLUMNS = [
  'id',
  'cluster_id',
  'sequence',
  'generation',
  'requested_by',
  'started_at',
  'ready_at',
  'ended_at',
  'end_reason',
  'exit_code',
  'failure_log',
] as const;

/** Reads runs from the plugin's own database. */
export class KnexRunStore implements RunStore {
  static create(options: { knex: Knex }): KnexRunStore {
    return new KnexRunStore(options.knex);
  }

  private constructor(private readonly knex: Knex) {}

  async list(
    clusterId: string,
    { limit, position }: { limit: number; position?: Position },
  ): Promise<Slice<StoredRun>> {
    const backwards = position?.before ?? false;
    const rows = this.knex<RunRow>('runs')
      .where('cluster_id', clusterId)
      .select(...COLUMNS);
    if (position) {
      rows.where('sequence', backwards ? '>' : '<', Number(position.value));
    }
    rows.orderBy('sequence', backwards ? 'asc' : 'desc').limit(limit + 1);
    const [{ total }] = await this.knex('runs')
      .where('cluster_id', clusterId)
      .count({ total: '*' });
    return toSlice({
      rows: (await rows).map(toStoredRun),
      totalItems: Number(total),
      limit,
      position,
      positionOf: ({ sequence, id }) => ({ value: sequence, id }),
    });
  }
}

function toStoredRun(row: Pick<RunRow, (typeof COLUMNS)[number]>): StoredRun {
  return {
    id: row.id,
    clusterId: row.cluster_id,
    sequence: row.sequence,
    generation: row.generation,
    requestedBy: row.requested_by,
    startedAt: toDate(row.started_at),
    readyAt: toOptionalDate(row.ready_at),
    endedAt: toOptionalDate(row.ended_at),
    endReason: row.end_reason,
    exitCode: row.exit_code,
    failureLog: row.failure_log,
  };
}
