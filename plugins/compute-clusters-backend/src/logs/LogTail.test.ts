import { gunzipSync } from 'zlib';
import { LogTail } from './LogTail';

const LINE = `${'x'.repeat(99)}\n`;

async function kept(chunks: string[], maxBytes: number) {
  const tail = LogTail.create({ maxBytes });
  for (const chunk of chunks) {
    await tail.append(Buffer.from(chunk));
  }
  const gzip = await tail.toGzip();
  return { tail, text: gzip.length > 0 ? gunzipSync(gzip).toString() : '' };
}

const numbered = (count: number) =>
  Array.from({ length: count }, (_, number) => `${number} ${LINE}`);

describe('LogTail', () => {
  it.each([
    ['nothing', []],
    ['less than a piece', ['a\n', 'b']],
    ['many pieces', numbered(50)],
    ['a line longer than a piece', [`${'y'.repeat(5_000)}\n`, 'end\n']],
    ['a line in parts', ['be', 'gin', 'ning\n'.repeat(300)]],
  ])('keeps %s word for word', async (_, chunks) => {
    const { tail, text } = await kept(chunks, 8_000);

    expect(text).toBe(chunks.join(''));
    expect(tail.bytes).toBe(Buffer.byteLength(text));
  });

  it('keeps the end of what is too much, from the beginning of a line', async () => {
    const lines = numbered(1_000);
    const { tail, text } = await kept(lines, 8_000);

    expect(tail.bytes).toBeLessThanOrEqual(8_000);
    expect(tail.bytes).toBeGreaterThan(6_000);
    expect(lines.join('').endsWith(text)).toBe(true);
    expect(text).toMatch(/^\d+ x/);
  });

  it('holds a log in a fraction of its size', async () => {
    const { tail } = await kept(numbered(20_000), 1024 * 1024);

    const gzip = await tail.toGzip();
    expect(gzip.length).toBeLessThan(tail.bytes / 8);
  });
});
