/** Values of one query; SQLite takes at most 32,766. */
const CHUNK = 1_000;

/** Parts of a list that fit into a query each. */
export function chunksOf<T>(values: T[], size = CHUNK): T[][] {
  const chunks: T[][] = [];
  for (let start = 0; start < values.length; start += size) {
    chunks.push(values.slice(start, start + size));
  }
  return chunks;
}
