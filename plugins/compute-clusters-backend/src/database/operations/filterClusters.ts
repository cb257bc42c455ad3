import { PermissionCriteria } from '@backstage/plugin-permission-common';
import { Knex } from 'knex';
import { ClusterFilter, ClusterQuery, NamespaceKey } from '../ClusterStore';

/** Narrows a query on `clusters` to what is asked for; `answering` names the Kubernetes clusters that are not silent. */
export function filterClusters(
  builder: Knex.QueryBuilder,
  query: ClusterQuery,
  answering: string[],
): void {
  inNamespaces(builder, query.namespaces);
  inNamespaces(builder, query.ownedNamespaces);
  if (query.criteria) {
    meets(builder, query.criteria);
  }
  if (query.id) {
    builder.whereIn('clusters.id', query.id);
  }
  if (query.namespace) {
    builder.whereIn('clusters.namespace', query.namespace);
  }
  if (query.kubernetesCluster) {
    builder.where('clusters.kubernetes_cluster', query.kubernetesCluster);
  }
  inStates(builder, query.state, answering);
  withNodeTypes(builder, query.nodeType);
  query.tag?.forEach(tag => withTag(builder, parseTag(tag)));
  matching(builder, query.text);
}

function inNamespaces(
  builder: Knex.QueryBuilder,
  keys: NamespaceKey[] | undefined,
): void {
  if (keys) {
    builder.whereIn(
      ['clusters.kubernetes_cluster', 'clusters.namespace'],
      keys.map(key => [key.kubernetesCluster, key.namespace]),
    );
  }
}

/** UNKNOWN is also every cluster on a silent Kubernetes cluster, whatever state is stored. */
function inStates(
  builder: Knex.QueryBuilder,
  states: ClusterQuery['state'],
  answering: string[],
): void {
  if (!states) {
    return;
  }
  builder.where(either => {
    either.where(both =>
      both
        .whereIn('clusters.state', states)
        .whereIn('clusters.kubernetes_cluster', answering),
    );
    if (states.includes('UNKNOWN')) {
      either.orWhereNotIn('clusters.kubernetes_cluster', answering);
    }
  });
}

function withNodeTypes(
  builder: Knex.QueryBuilder,
  nodeTypes: string[] | undefined,
): void {
  if (nodeTypes) {
    builder.where(either =>
      either
        .whereIn('clusters.driver_node_type', nodeTypes)
        .orWhereIn('clusters.executor_node_type', nodeTypes),
    );
  }
}

function parseTag(tag: string): { key: string; value?: string } {
  const separator = tag.indexOf('=');
  return separator < 0
    ? { key: tag }
    : { key: tag.slice(0, separator), value: tag.slice(separator + 1) };
}

function withTag(
  builder: Knex.QueryBuilder,
  tag: { key: string; value?: string },
): void {
  builder.whereIn('clusters.id', subquery => {
    subquery.select('cluster_id').from('cluster_tags').where('key', tag.key);
    if (tag.value !== undefined) {
      subquery.andWhere('value', tag.value);
    }
  });
}

function matching(builder: Knex.QueryBuilder, text: string | undefined): void {
  if (!text) {
    return;
  }
  const pattern = text
    .toLocaleLowerCase('en-US')
    .replace(/[\\%_]/g, character => `\\${character}`);
  builder.where(either =>
    either
      .whereRaw(`?? like ? escape '\\'`, ['clusters.name', `%${pattern}%`])
      .orWhereRaw(`?? like ? escape '\\'`, ['clusters.id', `${pattern}%`]),
  );
}

/** Turns a permission policy's conditions into SQL. */
function meets(
  builder: Knex.QueryBuilder,
  criteria: PermissionCriteria<ClusterFilter>,
): void {
  builder.where(group => {
    if ('anyOf' in criteria) {
      criteria.anyOf.forEach(part => group.orWhere(sub => meets(sub, part)));
    } else if ('allOf' in criteria) {
      criteria.allOf.forEach(part => meets(group, part));
    } else if ('not' in criteria) {
      group.whereNot(sub => meets(sub, criteria.not));
    } else {
      satisfies(group, criteria);
    }
  });
}

function satisfies(builder: Knex.QueryBuilder, filter: ClusterFilter): void {
  if ('namespaces' in filter) {
    inNamespaces(builder, filter.namespaces);
  } else if ('namespaceNames' in filter) {
    builder.whereIn('clusters.namespace', filter.namespaceNames);
  } else {
    withTag(builder, filter.tag);
  }
}
