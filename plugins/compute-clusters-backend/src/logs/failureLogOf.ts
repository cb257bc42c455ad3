import { text } from 'stream/consumers';
import { readArchive } from './readArchive';

const LINES = 50;

/** UTF-16 code units: a single line may be a whole query plan. */
const LENGTH = 16 * 1024;

/** The end of a failed driver's log, as it is kept with its run. */
export async function failureLogOf(content: Buffer): Promise<string> {
  const lines = await text(readArchive(content, { tail: LINES }));
  // PostgreSQL takes no NUL in a text
  return lines.replaceAll('\0', '').slice(-LENGTH).trimEnd();
}
