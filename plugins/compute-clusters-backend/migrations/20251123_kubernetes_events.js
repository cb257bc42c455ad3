// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('kubernetes_events', table => {
    table.comment('What Kubernetes told of compute clusters; it forgets it');
    table.string('uid', 64).primary().comment('Of the event in Kubernetes');
    table
      .string('cluster_id', 36)
      .notNullable()
      .references('id')
      .inTable('clusters')
      .onDelete('CASCADE');
    table.string('type', 7).notNullable().comment('Normal, Warning');
    table.text('reason').notNullable();
    table.text('message').notNullable();
    table.string('object', 400).notNullable().comment('As Pod/etl-1-abcde');
    table.integer('count').notNullable();
    table.dateTime('first_seen').notNullable();
    table.dateTime('last_seen').notNullable();
    table.index(
      ['cluster_id', 'last_seen', 'uid'],
      'kubernetes_events_cluster_idx',
    );
    table.index(
      ['cluster_id', 'type', 'last_seen', 'uid'],
      'kubernetes_events_type_idx',
    );
    table.index(
      ['cluster_id', 'object', 'last_seen', 'uid'],
      'kubernetes_events_object_idx',
    );
    table.index(['last_seen'], 'kubernetes_events_last_seen_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('kubernetes_events');
};
