import { Knex } from 'knex';
import { ClusterWithRunRow } from '../rows';

/** Live clusters with their current or last run and their automation. */
export function selectClusters(
  knex: Knex,
): Knex.QueryBuilder<ClusterWithRunRow, ClusterWithRunRow[]> {
  return knex('clusters')
    .leftJoin('runs', join =>
      join
        .on('runs.cluster_id', 'clusters.id')
        .andOn('runs.sequence', 'clusters.run_sequence'),
    )
    .leftJoin(
      'cluster_automation',
      'cluster_automation.cluster_id',
      'clusters.id',
    )
    .whereNull('clusters.removed_at')
    .select('clusters.*', {
      run_id: 'runs.id',
      run_generation: 'runs.generation',
      run_spec: 'runs.spec',
      run_requested_by: 'runs.requested_by',
      run_started_at: 'runs.started_at',
      run_ready_at: 'runs.ready_at',
      run_ended_at: 'runs.ended_at',
      run_end_reason: 'runs.end_reason',
      run_exit_code: 'runs.exit_code',
      run_failure_cause: 'runs.failure_cause',
      run_failure_pod_uid: 'runs.failure_pod_uid',
      active_at: 'cluster_automation.active_at',
      activity_mark: 'cluster_automation.activity_mark',
      stop_at: 'cluster_automation.stop_at',
      stop_reason: 'cluster_automation.stop_reason',
      stop_notified_at: 'cluster_automation.stop_notified_at',
      kept_until: 'cluster_automation.kept_until',
      edges_until: 'cluster_automation.edges_until',
    });
}
