// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('runs', table => {
    table.dateTime('ready_at').nullable().comment('First ready driver');
    table
      .integer('exit_code')
      .nullable()
      .comment('Of the last driver that ended');
  });
  await knex.schema.alterTable('clusters', table => {
    table
      .dateTime('give_up_requested_at')
      .nullable()
      .comment('Set while pods on lost nodes are to be given up');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('clusters', table => {
    table.dropColumn('give_up_requested_at');
  });
  await knex.schema.alterTable('runs', table => {
    table.dropColumn('ready_at');
    table.dropColumn('exit_code');
  });
};
