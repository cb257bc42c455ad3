// @ts-check

/**
 * The list counts the clusters of each state with every page: from this index alone, in its order, without reading their
 * rows. SQLite takes no index as enough that lacks a column of the predicate.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('clusters', table => {
    table.index(
      ['kubernetes_cluster', 'state', 'namespace', 'removed_at'],
      'clusters_counts_idx',
      { predicate: knex.whereNull('removed_at') },
    );
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('clusters', table => {
    table.dropIndex([], 'clusters_counts_idx');
  });
};
