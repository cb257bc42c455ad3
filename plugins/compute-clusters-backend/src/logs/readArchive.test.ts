import { text } from 'stream/consumers';
import { gzipSync } from 'zlib';
import { ArchiveRange, readArchive } from './readArchive';

const at = (second: number) =>
  `2026-01-01T12:00:${String(second).padStart(2, '0')}.123456789Z`;

const archive = (...lines: string[]) =>
  gzipSync(lines.map(line => `${line}\n`).join(''));

const read = async (content: Buffer, range: ArchiveRange = {}) =>
  await text(readArchive(content, range));

describe('readArchive', () => {
  const content = archive(
    `${at(1)} one`,
    `${at(2)} two`,
    `${at(2)} `,
    `${at(3)} three`,
  );

  it('leaves the times out', async () => {
    expect(await read(content)).toBe('one\ntwo\n\nthree\n');
  });

  it.each<[string, ArchiveRange, string]>([
    ['the last lines', { tail: 2 }, '\nthree\n'],
    ['no line', { tail: 0 }, ''],
    ['more lines than there are', { tail: 9 }, 'one\ntwo\n\nthree\n'],
    ['lines of a time', { since: new Date(at(2)) }, 'two\n\nthree\n'],
    ['lines of a time to come', { since: new Date(at(9)) }, ''],
    [
      'the last lines of a time',
      { since: new Date(at(2)), tail: 1 },
      'three\n',
    ],
  ])('gives %s', async (_, range, expected) => {
    expect(await read(content, range)).toBe(expected);
  });

  it('gives nothing of an empty log', async () => {
    expect(await read(Buffer.alloc(0))).toBe('');
  });

  it('counts a line without a time to the one before', async () => {
    const torn = archive(`${at(1)} one`, 'more', `${at(3)} three`, 'and more');

    expect(await read(torn, { since: new Date(at(2)) })).toBe(
      'three\nand more\n',
    );
  });

  it('keeps carriage returns, and a last line without an end', async () => {
    const progress = gzipSync(`${at(1)} [0/1]\r[1/1]\n${at(2)} cut`);

    expect(await read(progress)).toBe('[0/1]\r[1/1]\ncut\n');
  });

  it('reads all pieces, letters that lie across them too', async () => {
    const bytes = Buffer.from(`${at(1)} Zürich\n`);
    const split = bytes.indexOf('ü') + 1;
    const pieces = [bytes.subarray(0, split), bytes.subarray(split)];

    expect(await read(Buffer.concat(pieces.map(p => gzipSync(p))))).toBe(
      'Zürich\n',
    );
  });

  it('gives the last lines of a long log', async () => {
    const long = archive(
      ...Array.from({ length: 30_000 }, (_, n) => `${at(1)} line ${n}`),
    );

    expect(await read(long, { tail: 2 })).toBe('line 29998\nline 29999\n');
  });
});
