import { ClusterState } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { Knex } from 'knex';
import { ClusterQuery, MatchCounts } from '../ClusterStore';
import { filterClusters } from './filterClusters';

interface CountRow {
  kubernetes_cluster: string;
  state: ClusterState;
  /** PostgreSQL gives big integers as text. */
  count: number | string;
}

/** Counts the live clusters that match in each state, whatever states are asked for. */
export async function countMatches(
  knex: Knex,
  query: ClusterQuery,
  answering: string[],
): Promise<MatchCounts> {
  const matches = knex('clusters').whereNull('clusters.removed_at');
  filterClusters(matches, { ...query, state: undefined }, answering);
  const rows: CountRow[] = await matches
    .groupBy('clusters.kubernetes_cluster', 'clusters.state')
    .select('clusters.kubernetes_cluster', 'clusters.state')
    .count({ count: '*' });
  const counts: MatchCounts = {};
  for (const { kubernetes_cluster, state: stored, count } of rows) {
    const state = answering.includes(kubernetes_cluster) ? stored : 'UNKNOWN';
    counts[state] = (counts[state] ?? 0) + Number(count);
  }
  return counts;
}

/** How many of those are in the states that are asked for. */
export function totalOf(
  counts: MatchCounts,
  states: ClusterQuery['state'],
): number {
  return Object.entries(counts)
    .filter(([state]) => !states || states.some(each => each === state))
    .reduce((total, [, count]) => total + count, 0);
}
