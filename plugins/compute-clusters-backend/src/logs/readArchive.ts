import { createGunzip } from 'zlib';

/** Which lines of a kept log. */
export interface ArchiveRange {
  /** Lines from this moment on. */
  since?: Date;
  /** Only so many last lines. */
  tail?: number;
}

/** `2026-01-31T12:00:00.123456789Z `, as Kubernetes puts it before a line. */
const TIME = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)) /;

/**
 * Reads lines of a kept log, without their times, bit by bit as they are taken: it is unpacked twice rather than held in
 * memory where only its last lines are asked for.
 */
export async function* readArchive(
  content: Buffer,
  range: ArchiveRange,
): AsyncGenerator<string> {
  let skip = await linesBeforeTail(content, range);
  for await (const block of blocksSince(content, range.since)) {
    const lines = block.slice(skip);
    skip = Math.max(0, skip - block.length);
    if (lines.length > 0) {
      yield `${lines.join('\n')}\n`;
    }
  }
}

async function linesBeforeTail(
  content: Buffer,
  { since, tail }: ArchiveRange,
): Promise<number> {
  if (tail === undefined) {
    return 0;
  }
  let count = 0;
  for await (const block of blocksSince(content, since)) {
    count += block.length;
  }
  return Math.max(0, count - tail);
}

/** Lines without their times, as many at once as were unpacked at once. */
async function* blocksSince(
  content: Buffer,
  since: Date | undefined,
): AsyncGenerator<string[]> {
  const from = since?.getTime() ?? -Infinity;
  let at = -Infinity;
  for await (const lines of blocks(content)) {
    const selected: string[] = [];
    for (const line of lines) {
      const [prefix, time] = TIME.exec(line) ?? [''];
      at = time && since ? Date.parse(time) : at;
      if (at >= from) {
        selected.push(line.slice(prefix.length));
      }
    }
    yield selected;
  }
}

/** A carriage return is no end of a line: Spark's progress bars are full of them. */
async function* blocks(content: Buffer): AsyncGenerator<string[]> {
  if (content.length === 0) {
    return;
  }
  const gunzip = createGunzip().setEncoding('utf8');
  gunzip.end(content);
  let rest = '';
  for await (const chunk of gunzip) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield lines;
  }
  if (rest !== '') {
    yield [rest];
  }
}
