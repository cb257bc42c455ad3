// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('log_archives', table => {
    table.comment('Logs of ended pods; Kubernetes forgets them with the pod');
    table.string('pod_uid', 63).primary().comment('Of Kubernetes');
    table
      .string('cluster_id', 36)
      .notNullable()
      .references('id')
      .inTable('clusters')
      .onDelete('CASCADE');
    table.integer('run').notNullable().comment('Sequence of the run');
    table.string('pod', 253).notNullable().comment('Name of the pod');
    table.string('component', 16).notNullable().comment('driver, executor');
    table.string('phase', 16).notNullable().comment('The last that was seen');
    table.dateTime('started_at').nullable();
    table.dateTime('ended_at').notNullable();
    table.dateTime('archived_at').notNullable();
    table.integer('bytes').notNullable().comment('Of the lines, not packed');
    table
      .binary('content')
      .notNullable()
      .comment('gzip of the last lines, each with its time before it');
    table.index(['cluster_id', 'ended_at'], 'log_archives_cluster_idx');
    table.index(
      ['cluster_id', 'component', 'ended_at'],
      'log_archives_component_idx',
    );
    table.index(['cluster_id', 'pod'], 'log_archives_pod_idx');
    table.index(['archived_at'], 'log_archives_archived_idx');
  });
  await knex.schema.alterTable('runs', table => {
    table
      .text('failure_log')
      .nullable()
      .comment(
        'Last lines of the last driver that failed; kept as long as the run',
      );
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('runs', table => {
    table.dropColumn('failure_log');
  });
  await knex.schema.dropTable('log_archives');
};
