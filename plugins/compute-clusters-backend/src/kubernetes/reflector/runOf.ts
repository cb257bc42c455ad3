import { LAST_RUN } from '../../database/LAST_RUN';

/** The run of a label; undefined for one that we never write, of which no database could be asked. */
export function runOf(label: string | undefined): number | undefined {
  const run = Number(label ?? 0);
  return Number.isInteger(run) && run >= 0 && run <= LAST_RUN ? run : undefined;
}
