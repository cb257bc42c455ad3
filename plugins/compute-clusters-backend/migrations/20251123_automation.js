// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('cluster_automation', table => {
    table.comment(
      'How far automatic starts and stops have got: one row for each cluster whose specification asks for them',
    );
    table
      .string('cluster_id', 36)
      .primary()
      .references('id')
      .inTable('clusters')
      .onDelete('CASCADE');
    table
      .dateTime('active_at')
      .nullable()
      .comment('When activity was last seen in the present run');
    table
      .text('activity_mark')
      .nullable()
      .comment('What Spark had done by then');
    table
      .dateTime('stop_at')
      .nullable()
      .comment('The stop that is announced, if any');
    table.string('stop_reason', 32).nullable();
    table
      .dateTime('kept_until')
      .nullable()
      .comment('No stop by schedule before this');
    table
      .dateTime('edges_until')
      .notNullable()
      .comment('Starts and stops of the schedule up to here are dealt with');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('cluster_automation');
};
