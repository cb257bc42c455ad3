// @ts-check

/** @param {import('knex').Knex.CreateTableBuilder} table */
function usageColumns(table) {
  table.bigIncrements('id');
  table
    .string('pod_uid', 36)
    .notNullable()
    .comment('A driver that is ready again has one more row');
  table
    .string('cluster_id', 36)
    .notNullable()
    .references('id')
    .inTable('clusters')
    .onDelete('CASCADE');
  table.integer('run').notNullable().comment('Its sequence');
  table.string('kubernetes_cluster', 63).notNullable();
  table.string('namespace', 63).notNullable();
  table.string('owner_ref').nullable().comment('When it began');
  table.string('component', 8).notNullable().comment('driver, executor');
  table.string('node_type', 255).notNullable();
  table.integer('cpu').notNullable().comment('Millicores');
  table.integer('memory').notNullable().comment('MiB');
  table
    .double('price_per_hour')
    .nullable()
    .comment('Minor units, when it began; null: the node type had no price');
  table.string('currency', 3).nullable();
  table.dateTime('started_at').notNullable();
  table.dateTime('ended_at').nullable();
  table
    .dateTime('long_ended_at')
    .nullable()
    .comment('Its end, if it took more than a day');
}

/**
 * The two unique ones see to it that nothing counts twice, even if two backends write at once.
 *
 * @param {import('knex').Knex.CreateTableBuilder} table
 * @param {import('knex').Knex} knex
 */
function usageIndexes(table, knex) {
  const open = knex.whereNull('ended_at');
  table.unique(['pod_uid', 'started_at'], {
    indexName: 'usage_intervals_start_uniq',
  });
  table.unique(['pod_uid'], {
    indexName: 'usage_intervals_open_uniq',
    predicate: open,
  });
  table.index(
    ['kubernetes_cluster', 'cluster_id'],
    'usage_intervals_open_idx',
    {
      predicate: open,
    },
  );
  table.index(['long_ended_at'], 'usage_intervals_long_idx', {
    predicate: knex.whereNotNull('long_ended_at'),
  });
  table.index(['started_at'], 'usage_intervals_started_idx');
  table.index(['cluster_id', 'started_at'], 'usage_intervals_cluster_idx');
  table.index(['cluster_id', 'run'], 'usage_intervals_run_idx');
}

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('usage_intervals', table => {
    table.comment('When the pods of compute clusters ran, and their price');
    usageColumns(table);
    usageIndexes(table, knex);
  });
  await knex.schema.alterTable('kubernetes_clusters', table => {
    table
      .dateTime('metered_at')
      .nullable()
      .comment('Every open usage interval was seen running then');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('kubernetes_clusters', table => {
    table.dropColumn('metered_at');
  });
  await knex.schema.dropTable('usage_intervals');
};
