// @ts-check

/** @param {import('knex').Knex.CreateTableBuilder} table */
function desiredColumns(table) {
  table.string('id', 36).primary().comment('UUID');
  table.string('kubernetes_cluster', 63).notNullable();
  table.string('namespace', 63).notNullable();
  table.string('name', 63).notNullable();
  table.text('description').notNullable();
  table.text('spec').notNullable().comment('JSON, without any secret');
  table
    .string('driver_node_type', 255)
    .notNullable()
    .comment('Copied from the specification, to filter by');
  table
    .string('executor_node_type', 255)
    .nullable()
    .comment('Copied from the specification, to filter by');
  table
    .integer('generation')
    .notNullable()
    .comment('+1 on each saved change of the specification');
  table
    .string('power', 3)
    .notNullable()
    .comment('What the user wants: on, off');
  table
    .integer('run_sequence')
    .nullable()
    .comment('The current run, or the last one');
  table.string('created_by').notNullable();
  table.dateTime('created_at').notNullable();
  table.string('updated_by').notNullable();
  table.dateTime('updated_at').notNullable();
  table.dateTime('deletion_requested_at').nullable();
  table
    .dateTime('removed_at')
    .nullable()
    .comment('Set on a tombstone: nothing is left in Kubernetes');
}

/** @param {import('knex').Knex.CreateTableBuilder} table */
function observedColumns(table) {
  table.string('state', 16).notNullable();
  table.string('reason').notNullable();
  table.text('message').notNullable();
  table.dateTime('state_since').notNullable();
  table.dateTime('observed_at').notNullable();
  table.string('driver_pod').nullable();
  table.boolean('driver_ready').notNullable();
  table.integer('driver_attempts').notNullable();
  table.integer('executors_running').notNullable();
  table.integer('executors_pending').notNullable();
  table.integer('executors_max').notNullable();
  table.text('executors_reason').nullable();
}

/**
 * Every index of the list leaves tombstones out, so that their number costs nothing.
 *
 * @param {import('knex').Knex.CreateTableBuilder} table
 * @param {import('knex').Knex} knex
 */
function clusterIndexes(table, knex) {
  const predicate = knex.whereNull('removed_at');
  table.unique(['kubernetes_cluster', 'namespace', 'name'], {
    indexName: 'clusters_live_name_uniq',
    predicate,
  });
  table.index(['name', 'id'], 'clusters_name_idx', { predicate });
  table.index(['namespace', 'id'], 'clusters_namespace_idx', { predicate });
  table.index(['state', 'id'], 'clusters_state_idx', { predicate });
  table.index(['created_at', 'id'], 'clusters_created_idx', { predicate });
  table.index(['driver_node_type'], 'clusters_driver_node_type_idx', {
    predicate,
  });
  table.index(['executor_node_type'], 'clusters_executor_node_type_idx', {
    predicate,
  });
}

/** @param {import('knex').Knex} knex */
async function createClusters(knex) {
  await knex.schema.createTable('clusters', table => {
    table.comment('Compute clusters: what is wanted and what was last seen');
    desiredColumns(table);
    observedColumns(table);
    clusterIndexes(table, knex);
  });
  await knex.schema.createTable('cluster_tags', table => {
    table.comment('Tags of the specifications, to filter by');
    table
      .string('cluster_id', 36)
      .notNullable()
      .references('id')
      .inTable('clusters')
      .onDelete('CASCADE');
    table.string('key', 320).notNullable();
    table.string('value', 63).notNullable();
    table.primary(['cluster_id', 'key']);
    table.index(['key', 'value', 'cluster_id'], 'cluster_tags_key_idx');
  });
}

/** @param {import('knex').Knex} knex */
async function createHistory(knex) {
  await knex.schema.createTable('runs', table => {
    table.comment('Each start of a compute cluster until its stop');
    table.string('id', 36).primary().comment('UUID');
    table
      .string('cluster_id', 36)
      .notNullable()
      .references('id')
      .inTable('clusters')
      .onDelete('CASCADE');
    table.integer('sequence').notNullable();
    table.integer('generation').notNullable();
    table.text('spec').notNullable().comment('JSON: what this run runs with');
    table.string('requested_by').notNullable();
    table.dateTime('started_at').notNullable();
    table.dateTime('ended_at').nullable();
    table.text('end_reason').nullable();
    table.unique(['cluster_id', 'sequence'], {
      indexName: 'runs_sequence_uniq',
    });
  });
  await knex.schema.createTable('activity', table => {
    table.comment('What was done with the compute clusters');
    table.bigIncrements('id').comment('Grows with time: the order of the rows');
    table
      .string('cluster_id', 36)
      .notNullable()
      .references('id')
      .inTable('clusters')
      .onDelete('CASCADE');
    table.string('action', 16).notNullable();
    table.string('done_by').notNullable();
    table.dateTime('done_at').notNullable();
    table.text('message').notNullable();
    table.index(['cluster_id', 'id'], 'activity_cluster_idx');
  });
}

/** @param {import('knex').Knex} knex */
async function createIdempotencyKeys(knex) {
  await knex.schema.createTable('idempotency_keys', table => {
    table.comment('Requests that were carried out, for a day');
    table.string('requested_by').notNullable();
    table
      .string('scope', 64)
      .notNullable()
      .comment('create, or the command and the id of its cluster');
    table.string('key').notNullable();
    table.string('request_hash', 64).notNullable();
    table
      .string('cluster_id', 36)
      .notNullable()
      .references('id')
      .inTable('clusters')
      .onDelete('CASCADE');
    table.dateTime('created_at').notNullable();
    table.primary(['requested_by', 'scope', 'key']);
    table.index(['created_at'], 'idempotency_keys_created_idx');
  });
}

/** @param {import('knex').Knex} knex */
async function createPlatform(knex) {
  await knex.schema.createTable('node_types', table => {
    table.comment('Sizes of drivers and executors');
    table.string('name').primary();
    table.text('description').notNullable();
    table.integer('cpu').notNullable().comment('Millicores');
    table.integer('memory').notNullable().comment('MiB');
    table.boolean('for_driver').notNullable();
    table.boolean('for_executor').notNullable();
    table.boolean('spot').notNullable();
    table.text('price').nullable().comment('JSON');
    table
      .text('placement')
      .notNullable()
      .comment('JSON: node selector, tolerations, accelerators');
  });
  await knex.schema.createTable('volumes', table => {
    table.comment('Scratch storage of executors');
    table.string('name').primary();
    table.text('description').notNullable();
    table.string('type', 32).notNullable();
    table.text('options').notNullable().comment('JSON');
  });
  await knex.schema.createTable('kubernetes_clusters', table => {
    table.comment('Who reconciles a Kubernetes cluster, and its signs of life');
    table.string('name', 63).primary();
    table.string('lease_holder').nullable();
    table.dateTime('lease_expires_at').nullable();
    table.dateTime('answered_at').nullable();
  });
}

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await createClusters(knex);
  await createHistory(knex);
  await createIdempotencyKeys(knex);
  await createPlatform(knex);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'kubernetes_clusters',
    'volumes',
    'node_types',
    'idempotency_keys',
    'activity',
    'runs',
    'cluster_tags',
    'clusters',
  ]) {
    await knex.schema.dropTable(table);
  }
};
