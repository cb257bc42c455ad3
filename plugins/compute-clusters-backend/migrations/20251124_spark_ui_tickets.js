// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('spark_ui_tickets', table => {
    table.comment('Who may see which Spark UI for a while');
    table.string('hash', 64).primary().comment('SHA-256 of the ticket, hex');
    table
      .string('cluster_id', 36)
      .notNullable()
      .references('id')
      .inTable('clusters')
      .onDelete('CASCADE');
    table.string('user', 255).notNullable().comment('Entity ref, or a service');
    table.dateTime('expires_at').notNullable();
    table.index(['cluster_id'], 'spark_ui_tickets_cluster_idx');
    table.index(['expires_at'], 'spark_ui_tickets_expires_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('spark_ui_tickets');
};
