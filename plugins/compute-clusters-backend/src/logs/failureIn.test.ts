import { gzipSync } from 'zlib';
import { failureIn } from './failureIn';

const archive = (lines: string[]) =>
  gzipSync(
    lines.map(line => `2026-01-01T12:00:00.123456789Z ${line}\n`).join(''),
  );

const FRAMES = Array.from(
  { length: 200 },
  (_, line) => `\tat org.apache.spark.Deep.call(Deep.scala:${line})`,
);

const INFO = '2026-01-01T12:00:00.123Z INFO SparkContext: at work';

const FATAL = [
  'Exception in thread "main" org.apache.spark.SparkException: no context',
  ...FRAMES,
  'Caused by: java.lang.ClassNotFoundException: no.such.Listener',
  ...FRAMES,
];

const NOT_FOUND = 'java.lang.ClassNotFoundException: no.such.Listener';

describe('failureIn', () => {
  it('keeps the last 50 lines, without times and NUL', async () => {
    const lines = Array.from({ length: 60 }, (_, n) => `line\0 ${n}`);

    const { log, cause } = await failureIn(archive(lines));

    expect(log.split('\n')).toHaveLength(50);
    expect(log).toMatch(/^line 10\n/);
    expect(log).toMatch(/\nline 59$/);
    expect(cause).toBeNull();
  });

  it('keeps no more than 16 Ki characters of long lines', async () => {
    const { log, cause } = await failureIn(
      archive(['x'.repeat(50_000), 'Caused by: y.Error']),
    );

    expect(log.length).toBeLessThanOrEqual(16 * 1024);
    expect(log).toMatch(/\nCaused by: y.Error$/);
    expect(cause).toBe('y.Error');
  });

  it('has nothing of a log without a line', async () => {
    expect(await failureIn(Buffer.alloc(0))).toEqual({ log: '', cause: null });
  });

  it.each<[string, string[], string | null]>([
    ['in the last lines', ['Caused by: a.Error: full', INFO], 'a.Error: full'],
    ['above a stack trace that is longer', [INFO, ...FATAL], NOT_FOUND],
    [
      'above one that was logged',
      [INFO, 'java.io.IOException: no space left', ...FRAMES, INFO],
      'java.io.IOException: no space left',
    ],
    [
      'far above, if it ended the JVM',
      [...FATAL, ...Array<string>(500).fill(INFO)],
      NOT_FOUND,
    ],
    [
      'if it ended the JVM, whatever went wrong afterwards',
      [...FATAL, INFO, 'java.lang.IllegalStateException: closed', ...FRAMES],
      NOT_FOUND,
    ],
    [
      'nowhere if what went wrong was long before the end',
      ['java.io.IOException: try again', ...Array<string>(60).fill(INFO)],
      null,
    ],
    [
      'nowhere if the stack trace before the end was over',
      ['a.b.LostException: over', ...FRAMES, ...Array<string>(51).fill(INFO)],
      null,
    ],
  ])('finds the cause %s', async (_, lines, cause) => {
    expect((await failureIn(archive(lines))).cause).toBe(cause);
  });

  it('puts the cause above lines that do not tell it', async () => {
    const { log } = await failureIn(archive(FATAL));

    const lines = log.split('\n');
    expect(lines.slice(0, 2)).toEqual([NOT_FOUND, '\t…']);
    expect(lines.slice(2)).toEqual(FRAMES.slice(-50));
  });

  it('remembers the last cause of an exception with a long message', async () => {
    const message = Array.from({ length: 300 }, (_, n) => `+- Project ${n}`);
    const [first, ...rest] = FATAL;

    const { cause } = await failureIn(archive([first, ...message, ...rest]));

    expect(cause).toBe(NOT_FOUND);
  });

  it('takes no longer for a line without an end', async () => {
    const long = 'x'.repeat(2_000_000);

    const { cause } = await failureIn(archive([long, ...FATAL, long]));

    expect(cause).toBe(NOT_FOUND);
  });
});
