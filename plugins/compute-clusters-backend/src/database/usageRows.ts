import { StoredTime } from './rows';
import { toDate, toOptionalDate } from './toDate';
import { UsageInterval, UsageIntervalRecord } from './UsageStore';

/** A row of `usage_intervals`. */
export interface UsageIntervalRow {
  /** PostgreSQL gives big integers as text. */
  id: number | string;
  pod_uid: string;
  cluster_id: string;
  run: number;
  kubernetes_cluster: string;
  namespace: string;
  owner_ref: string | null;
  component: 'driver' | 'executor';
  node_type: string;
  cpu: number;
  memory: number;
  price_per_hour: number | null;
  currency: string | null;
  started_at: StoredTime;
  ended_at: StoredTime | null;
  /** Its end, if it took more than {@link LONG_MILLISECONDS}. */
  long_ended_at: StoredTime | null;
}

/** What took longer is found by an index of its own, so that the others need not be looked for so far back. */
export const LONG_MILLISECONDS = 86_400_000;

/** The columns that the end of an interval fills. */
export function toEndColumns(startedAt: Date, endedAt: Date | null) {
  const isLong =
    endedAt !== null &&
    endedAt.getTime() - startedAt.getTime() > LONG_MILLISECONDS;
  return {
    ended_at: endedAt,
    long_ended_at: isLong ? endedAt : null,
  } satisfies Partial<UsageIntervalRow>;
}

/** The interval of a row. */
export function toUsageInterval(row: UsageIntervalRow): UsageIntervalRecord {
  return {
    id: String(row.id),
    podUid: row.pod_uid,
    clusterId: row.cluster_id,
    run: row.run,
    kubernetesCluster: row.kubernetes_cluster,
    namespace: row.namespace,
    ownerRef: row.owner_ref,
    component: row.component,
    nodeType: row.node_type,
    cpu: row.cpu,
    memory: row.memory,
    pricePerHour: row.price_per_hour,
    currency: row.currency,
    startedAt: toDate(row.started_at),
    endedAt: toOptionalDate(row.ended_at),
  };
}

/** The row of a new interval. */
export function toUsageIntervalRow(
  interval: UsageInterval,
): Omit<UsageIntervalRow, 'id'> {
  return {
    pod_uid: interval.podUid,
    cluster_id: interval.clusterId,
    run: interval.run,
    kubernetes_cluster: interval.kubernetesCluster,
    namespace: interval.namespace,
    owner_ref: interval.ownerRef,
    component: interval.component,
    node_type: interval.nodeType,
    cpu: interval.cpu,
    memory: interval.memory,
    price_per_hour: interval.pricePerHour,
    currency: interval.currency,
    started_at: interval.startedAt,
    ...toEndColumns(interval.startedAt, interval.endedAt),
  };
}
