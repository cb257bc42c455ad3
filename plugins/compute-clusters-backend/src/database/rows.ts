import {
  AutomaticStop,
  ClusterState,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { ClusterAction, StoredClusterState } from './records';

/** A time as the drivers give it: PostgreSQL a Date, SQLite milliseconds. */
export type StoredTime = Date | number | string;

/** A row of `clusters`. */
export interface ClusterRow {
  id: string;
  kubernetes_cluster: string;
  namespace: string;
  name: string;
  description: string;
  spec: string;
  driver_node_type: string;
  executor_node_type: string | null;
  generation: number;
  power: 'on' | 'off';
  run_sequence: number | null;
  created_by: string;
  created_at: StoredTime;
  updated_by: string;
  updated_at: StoredTime;
  deletion_requested_at: StoredTime | null;
  give_up_requested_at: StoredTime | null;
  removed_at: StoredTime | null;
  /** UNKNOWN: the portal may not look, and the next three columns tell of it. */
  state: ClusterState;
  seen_state: StoredClusterState | null;
  unseen_since: StoredTime | null;
  unseen_message: string | null;
  reason: string;
  message: string;
  state_since: StoredTime;
  observed_at: StoredTime;
  driver_pod: string | null;
  /** SQLite has no booleans. */
  driver_ready: boolean | number;
  driver_attempts: number;
  executors_running: number;
  executors_pending: number;
  executors_max: number;
  executors_reason: string | null;
}

/** A row of `cluster_automation`. */
export interface AutomationRow {
  cluster_id: string;
  active_at: StoredTime | null;
  activity_mark: string | null;
  stop_at: StoredTime | null;
  stop_reason: AutomaticStop['reason'] | null;
  stop_notified_at: StoredTime | null;
  kept_until: StoredTime | null;
  edges_until: StoredTime;
}

/** A row of `clusters` with its current or last run and its automation, if any. */
export interface ClusterWithRunRow
  extends ClusterRow,
    Omit<AutomationRow, 'cluster_id' | 'edges_until'> {
  edges_until: StoredTime | null;
  run_id: string | null;
  run_generation: number | null;
  run_spec: string | null;
  run_requested_by: string | null;
  run_started_at: StoredTime | null;
  run_ready_at: StoredTime | null;
  run_ended_at: StoredTime | null;
  run_end_reason: string | null;
  run_exit_code: number | null;
  run_failure_cause: string | null;
  run_failure_pod_uid: string | null;
}

/** A row of `runs`. */
export interface RunRow {
  id: string;
  cluster_id: string;
  sequence: number;
  generation: number;
  spec: string;
  requested_by: string;
  started_at: StoredTime;
  ready_at: StoredTime | null;
  ended_at: StoredTime | null;
  end_reason: string | null;
  exit_code: number | null;
  failure_log: string | null;
  failure_cause: string | null;
  failure_pod_uid: string | null;
}

/** A row of `activity`. */
export interface ActivityRow {
  /** PostgreSQL gives big integers as text. */
  id: number | string;
  cluster_id: string;
  action: ClusterAction;
  done_by: string;
  done_at: StoredTime;
  message: string;
}

/** A row of `idempotency_keys`. */
export interface IdempotencyKeyRow {
  requested_by: string;
  scope: string;
  key: string;
  request_hash: string;
  cluster_id: string;
  created_at: StoredTime;
}

/** A row of `kubernetes_clusters`. */
export interface KubernetesClusterRow {
  name: string;
  lease_holder: string | null;
  lease_expires_at: StoredTime | null;
  answered_at: StoredTime | null;
  /** When all open usage intervals were last seen running. */
  metered_at: StoredTime | null;
}

/** A row of `node_types`. */
export interface NodeTypeRow {
  name: string;
  description: string;
  cpu: number;
  memory: number;
  for_driver: boolean | number;
  for_executor: boolean | number;
  spot: boolean | number;
  price: string | null;
  placement: string;
}

/** A row of `volumes`. */
export interface VolumeRow {
  name: string;
  description: string;
  type: string;
  options: string;
}
