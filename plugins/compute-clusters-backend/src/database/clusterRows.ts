import { ComputeClusterSpec } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { toAutomationRecord } from './automationRows';
import {
  ClusterRecord,
  ObservedStatus,
  RunRecord,
  StoredClusterState,
  UnseenRecord,
} from './records';
import { ClusterRow, ClusterWithRunRow } from './rows';
import { toDate, toOptionalDate } from './toDate';

/** The cluster of a row. */
export function toClusterRecord(row: ClusterWithRunRow): ClusterRecord {
  return {
    id: row.id,
    kubernetesCluster: row.kubernetes_cluster,
    namespace: row.namespace,
    name: row.name,
    description: row.description,
    spec: JSON.parse(row.spec),
    generation: row.generation,
    power: row.power,
    deletionRequestedAt: toOptionalDate(row.deletion_requested_at),
    giveUpRequestedAt: toOptionalDate(row.give_up_requested_at),
    createdBy: row.created_by,
    createdAt: toDate(row.created_at),
    updatedBy: row.updated_by,
    updatedAt: toDate(row.updated_at),
    run: toRunRecord(row),
    observed: toObservedStatus(row),
    unseen: toUnseen(row),
    automation: toAutomationRecord(row),
  };
}

function toRunRecord(row: ClusterWithRunRow): RunRecord | null {
  if (
    row.run_id === null ||
    row.run_sequence === null ||
    row.run_generation === null ||
    row.run_spec === null ||
    row.run_requested_by === null ||
    row.run_started_at === null
  ) {
    return null;
  }
  return {
    id: row.run_id,
    clusterId: row.id,
    sequence: row.run_sequence,
    generation: row.run_generation,
    spec: JSON.parse(row.run_spec),
    requestedBy: row.run_requested_by,
    startedAt: toDate(row.run_started_at),
    readyAt: toOptionalDate(row.run_ready_at),
    endedAt: toOptionalDate(row.run_ended_at),
    endReason: row.run_end_reason,
    exitCode: row.run_exit_code,
    failure: toRunFailure(row),
  };
}

function toRunFailure(row: ClusterWithRunRow): RunRecord['failure'] {
  const { run_failure_pod_uid: podUid, run_failure_cause: cause } = row;
  return podUid !== null && cause !== null ? { podUid, cause } : null;
}

function toObservedStatus(row: ClusterRow): ObservedStatus {
  return {
    state: lastSeenState(row),
    reason: row.reason,
    message: row.message,
    since: toDate(row.state_since),
    observedAt: toDate(row.observed_at),
    driver: {
      pod: row.driver_pod,
      ready: Boolean(row.driver_ready),
      attempts: row.driver_attempts,
    },
    executors: {
      running: row.executors_running,
      pending: row.executors_pending,
      max: row.executors_max,
      reason: row.executors_reason,
    },
  };
}

function lastSeenState({ state, seen_state }: ClusterRow): StoredClusterState {
  return state === 'UNKNOWN' ? seen_state ?? 'STARTING' : state;
}

function toUnseen(row: ClusterRow): UnseenRecord | null {
  const { state, unseen_since: since, unseen_message: message } = row;
  return state === 'UNKNOWN' && since !== null
    ? { since: toDate(since), message: message ?? '' }
    : null;
}

/** The columns that a specification fills. */
export function toSpecColumns(
  spec: ComputeClusterSpec,
): Pick<ClusterRow, 'spec' | 'driver_node_type' | 'executor_node_type'> {
  return {
    spec: JSON.stringify(spec),
    driver_node_type: spec.driver.nodeType,
    executor_node_type: spec.executor?.nodeType ?? null,
  };
}

/** The columns that an observation fills. */
export function toObservedColumns(observed: ObservedStatus) {
  return {
    state: observed.state,
    reason: observed.reason,
    // Words of a container may hold it; PostgreSQL keeps none.
    message: observed.message.replaceAll('\0', ''),
    state_since: observed.since,
    observed_at: observed.observedAt,
    driver_pod: observed.driver.pod,
    driver_ready: observed.driver.ready,
    driver_attempts: observed.driver.attempts,
    executors_running: observed.executors.running,
    executors_pending: observed.executors.pending,
    executors_max: observed.executors.max,
    executors_reason: observed.executors.reason,
  } satisfies Partial<ClusterRow>;
}
