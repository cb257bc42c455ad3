/** Of an integer of four bytes, as the database keeps it. */
const LAST_RUN = 2 ** 31 - 1;

/** The run of a label; undefined for one that we never write, of which no database could be asked. */
export function runOf(label: string | undefined): number | undefined {
  const run = Number(label ?? 0);
  return Number.isInteger(run) && run >= 0 && run <= LAST_RUN ? run : undefined;
}
