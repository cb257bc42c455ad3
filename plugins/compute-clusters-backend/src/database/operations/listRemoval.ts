import { Knex } from 'knex';

/** Ids of one query; SQLite takes at most 32,766 values. */
const CHUNK = 1_000;

/** Which of these clusters are removed (true) and which live (false); ids that were never stored are absent. */
export async function listRemoval(
  knex: Knex,
  ids: string[],
): Promise<Map<string, boolean>> {
  const removal = new Map<string, boolean>();
  for (let start = 0; start < ids.length; start += CHUNK) {
    const rows = await knex('clusters')
      .whereIn('id', ids.slice(start, start + CHUNK))
      .select('id', 'removed_at');
    rows.forEach(row => removal.set(row.id, row.removed_at !== null));
  }
  return removal;
}
