// @ts-check

/**
 * Where the portal may not look, the state that is shown is UNKNOWN, so that lists find and count it like any other.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('clusters', table => {
    table
      .string('seen_state', 16)
      .nullable()
      .comment('While the state is UNKNOWN: the last that was seen');
    table
      .dateTime('unseen_since')
      .nullable()
      .comment('While the state is UNKNOWN: since when');
    table
      .text('unseen_message')
      .nullable()
      .comment('While the state is UNKNOWN: why, and what to do');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex('clusters')
    .where('state', 'UNKNOWN')
    .update({ state: knex.ref('seen_state') });
  await knex.schema.alterTable('clusters', table => {
    table.dropColumn('unseen_message');
    table.dropColumn('unseen_since');
    table.dropColumn('seen_state');
  });
};
