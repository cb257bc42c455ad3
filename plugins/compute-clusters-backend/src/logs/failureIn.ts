import { DriverFailure } from '../database';
import { LogEnd } from './LogEnd';
import { readArchive } from './readArchive';

/** UTF-16 code units: a single line may be a whole query plan. */
const LOG_LENGTH = 16 * 1024;

/** UTF-16 code units: more than a page shows of it. */
const CAUSE_LENGTH = 500;

/**
 * What the log of a failed driver tells, as it is kept with its run: its last lines, and above them the cause if it stands
 * in none of them.
 */
export async function failureIn(content: Buffer): Promise<DriverFailure> {
  const end = LogEnd.create();
  for await (const text of readArchive(content, {})) {
    // PostgreSQL takes no NUL in a text
    const lines = text.replaceAll('\0', '').split('\n').slice(0, -1);
    lines.forEach(line => end.add(line));
  }
  const cause = end.cause?.slice(0, CAUSE_LENGTH) ?? null;
  const log = end.tail.slice(-LOG_LENGTH).trimEnd();
  const isTold = cause === null || log.includes(cause);
  return { log: isTold ? log : `${cause}\n\t…\n${log}`, cause };
}
