// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('cluster_automation', table => {
    table
      .dateTime('stop_notified_at')
      .nullable()
      .comment('When the owners were told of the announced stop');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('cluster_automation', table => {
    table.dropColumn('stop_notified_at');
  });
};
