import { causeIn } from './causeIn';

/** Lines of a stack trace below what it is about. */
const FRAMES = [
  'at java.base/jdk.internal.loader.BuiltinClassLoader.loadClass(Unknown Source) ~[?:?]',
  'at java.base/java.lang.Class.forName0(Native Method) ~[?:?]',
  'at org.apache.spark.SparkException$.require(SparkException.scala:120) ~[spark-common-utils_2.13-4.3.0.jar:4.3.0]',
  'at org.apache.spark.util.SparkClassUtils.classForName(SparkClassUtils.scala:41)',
  'at org.apache.spark.deploy.SparkSubmit$$anon$2.doSubmit(SparkSubmit.scala:1132)',
  'at org.apache.spark.deploy.SparkSubmit.main(SparkSubmit.scala)',
].map(line => `\t${line}`);

const MORE = '\t... 18 more';

const SHUTDOWN = [
  '2026-11-22T10:00:05.101Z INFO ShutdownHookManager: Shutdown hook called',
  '2026-11-22T10:00:05.102Z INFO ShutdownHookManager: Deleting directory /tmp/spark-error-1f',
];

const NO_SERIALIZER = [
  'Exception in thread "main" org.apache.spark.SparkException: [UNEXPECTED] Could not start the context',
  ...FRAMES,
  'Caused by: java.lang.reflect.InvocationTargetException',
  ...FRAMES,
  MORE,
  'Caused by: java.lang.ClassNotFoundException: no.such.Serializer',
  ...FRAMES,
  MORE,
];

const NO_HEAP = [
  '2026-11-22T10:00:04.900Z ERROR SparkContext: Error initializing SparkContext.',
  'org.apache.spark.SparkIllegalArgumentException: [INVALID_DRIVER_MEMORY] System memory 466092032 must be at least 471859200.',
  ...FRAMES,
];

describe('causeIn', () => {
  it.each<[string, string[], string | undefined]>([
    [
      'the last cause of the exception that ended it',
      NO_SERIALIZER,
      'java.lang.ClassNotFoundException: no.such.Serializer',
    ],
    [
      'the same with the lines of the end below',
      [...NO_SERIALIZER, ...SHUTDOWN],
      'java.lang.ClassNotFoundException: no.such.Serializer',
    ],
    [
      'the exception itself where it has no cause',
      [NO_SERIALIZER[0], ...FRAMES, ...SHUTDOWN],
      'org.apache.spark.SparkException: [UNEXPECTED] Could not start the context',
    ],
    [
      'an exception that was logged',
      [...NO_HEAP, ...SHUTDOWN],
      'org.apache.spark.SparkIllegalArgumentException: [INVALID_DRIVER_MEMORY] System memory 466092032 must be at least 471859200.',
    ],
    [
      'what ended it, not what went wrong before',
      [
        'java.io.IOException: Could not clean up',
        'Caused by: java.nio.file.AccessDeniedException: /old',
        ...FRAMES,
        NO_SERIALIZER[0],
        ...FRAMES,
      ],
      'org.apache.spark.SparkException: [UNEXPECTED] Could not start the context',
    ],
    [
      'what ended it, not what went wrong on the way out',
      [
        ...NO_SERIALIZER,
        '2026-11-22T10:00:05.001Z ERROR Utils: Uncaught exception in thread shutdown-hook-0',
        'java.lang.NullPointerException: Cannot invoke "close()"',
        ...FRAMES,
      ],
      'java.lang.ClassNotFoundException: no.such.Serializer',
    ],
    [
      'no exception that was suppressed',
      [
        NO_SERIALIZER[0],
        ...FRAMES,
        '\tSuppressed: java.io.IOException: Stream closed',
        ...FRAMES,
      ],
      'org.apache.spark.SparkException: [UNEXPECTED] Could not start the context',
    ],
    [
      'the words of spark-submit',
      ['Error: Failed to load class no.such.Main.', ...SHUTDOWN],
      'Error: Failed to load class no.such.Main.',
    ],
    [
      'the last line that was logged as an error, without its time',
      [
        '2026-11-22T10:00:04.900Z ERROR SparkContext: Max number of executor failures (8) reached',
        ...SHUTDOWN,
      ],
      'SparkContext: Max number of executor failures (8) reached',
    ],
    [
      'the exception in a line of the log',
      [
        '2026-11-22T10:00:04.900Z ERROR Utils: Aborting task java.io.IOException: No space left on device',
      ],
      'java.io.IOException: No space left on device',
    ],
    ['the last line where none tells of a fault', ['one', 'two', ''], 'two'],
    ['nothing in frames alone, whatever they name', FRAMES, undefined],
    ['nothing in what is not about faults', SHUTDOWN, undefined],
    ['nothing in nothing', [''], undefined],
  ])('finds %s', (_, lines, cause) => {
    expect(causeIn(lines.join('\n'))).toBe(cause);
  });

  it.each<[string, number]>([
    ['in the thread', 'Exception in thr'.length],
    ['before the name', 'Exception in thread "main" '.length],
    ['in the name', 'Exception in thread "main" org.apache'.length],
  ])('reads a tail that begins %s', (_, start) => {
    const tail = [NO_SERIALIZER[0], ...FRAMES].join('\n').slice(start);
    expect(causeIn(tail)).toMatch(
      /^[\w.]*SparkException: \[UNEXPECTED\] Could not start the context$/,
    );
  });

  it.each<[string, number]>([
    ['in "Caused"', 3],
    ['in "by:"', 'Caused b'.length],
    ['in the name', 'Caused by: java.la'.length],
  ])('reads a tail that begins %s of a cause', (_, start) => {
    const cause = 'Caused by: java.lang.ClassNotFoundException: no.such.Main';
    const tail = [cause, ...FRAMES, MORE].join('\n').slice(start);
    expect(causeIn(tail)).toMatch(/^[\w.]+Exception: no\.such\.Main$/);
  });

  it('reads a tail that begins in a frame', () => {
    const tail = [...FRAMES, MORE, 'Caused by: java.lang.IllegalStateException']
      .join('\n')
      .slice(30);
    expect(causeIn(tail)).toBe('java.lang.IllegalStateException');
    expect(causeIn(FRAMES.join('\n').slice(30))).toBe(undefined);
  });
});
