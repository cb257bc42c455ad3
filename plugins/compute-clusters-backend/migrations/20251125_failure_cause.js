// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('runs', table => {
    table
      .text('failure_cause')
      .nullable()
      .comment('Why its last driver failed, in the words of the log');
    table
      .string('failure_pod_uid', 63)
      .nullable()
      .comment('Of that driver, by Kubernetes');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('runs', table => {
    table.dropColumn('failure_pod_uid');
    table.dropColumn('failure_cause');
  });
};
