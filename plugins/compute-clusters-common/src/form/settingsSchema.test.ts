import { problemsOfZodError } from './problemsOfZodError';
import { environmentSchema, sparkConfSchema } from './settingsSchema';

type Row = Record<string, unknown>;

function problemsOf(schema: typeof environmentSchema, rows: Row[]) {
  const result = schema.safeParse(rows);
  return result.success ? [] : problemsOfZodError(result.error);
}

const ref = { name: 'database', key: 'password' };

describe('environmentSchema', () => {
  it('takes values, secret values, those that are kept, and references to Secrets', () => {
    const rows = [
      { name: 'STAGE', value: 'dev' },
      { name: 'EMPTY', value: '' },
      { name: 'KEY', secret: { value: 'two\nlines' } },
      { name: 'KEPT', secret: { stored: true } },
      { name: 'PASSWORD', secret: { ref } },
    ];

    expect(environmentSchema.parse(rows)).toEqual(rows);
  });

  it.each<[string, Row[], string, string]>([
    ['no name', [{ name: '', value: 'x' }], '[0].name', 'required'],
    ['a digit first', [{ name: '1A', value: 'x' }], '[0].name', 'invalid'],
    ['neither value nor secret', [{ name: 'A' }], '[0].value', 'required'],
    [
      'both',
      [{ name: 'A', value: 'x', secret: { ref } }],
      '[0].secret',
      'invalid',
    ],
    [
      'an empty secret value',
      [{ name: 'A', secret: { value: '' } }],
      '[0].secret.value',
      'required',
    ],
    [
      'an empty secret',
      [{ name: 'A', secret: {} }],
      '[0].secret.value',
      'required',
    ],
    [
      'a secret that is not stored',
      [{ name: 'A', secret: { stored: false } }],
      '[0].secret.value',
      'required',
    ],
    [
      'a secret of two sources',
      [{ name: 'A', secret: { value: 'hunter2', ref } }],
      '[0].secret',
      'invalid',
    ],
    [
      'a stored secret and a new value',
      [{ name: 'A', secret: { stored: true, value: 'hunter2' } }],
      '[0].secret',
      'invalid',
    ],
    [
      'a Secret name with spaces',
      [{ name: 'A', secret: { ref: { name: 'a b', key: 'c' } } }],
      '[0].secret.ref.name',
      'invalid',
    ],
    [
      'the same name twice',
      [
        { name: 'A', value: 'x' },
        { name: 'A', value: 'y' },
      ],
      '[1].name',
      'duplicate',
    ],
    [
      'a name of the platform',
      [{ name: 'POD_IP', value: 'x' }],
      '[0].name',
      'platform-owned',
    ],
  ])('refuses %s', (_, rows, path, code) => {
    expect(problemsOf(environmentSchema, rows)).toMatchObject([{ path, code }]);
  });

  it('repeats no secret value', () => {
    const problems = problemsOf(environmentSchema, [
      { name: 'A', secret: { value: 'hunter2\u0000' } },
    ]);

    expect(problems).toHaveLength(1);
    expect(JSON.stringify(problems)).not.toContain('hunter2');
  });
});

describe('sparkConfSchema', () => {
  it('takes ordinary properties', () => {
    const rows = [{ name: 'spark.sql.shuffle.partitions', value: '64' }];

    expect(sparkConfSchema.parse(rows)).toEqual(rows);
  });

  it.each<[string, Row, string, string]>([
    [
      'a second line, which would be a property of its own',
      { name: 'spark.a', value: 'b\nspark.master local' },
      '[0].value',
      'Value must be one line.',
    ],
    [
      'a second line in a secret value',
      { name: 'spark.a', secret: { value: 'b\nspark.master local' } },
      '[0].secret.value',
      'Secret value must be one line.',
    ],
    [
      'a property of something else',
      { name: 'hive.a', value: 'b' },
      '[0].name',
      'Property starts with “spark.” and may have letters, digits, “.”, “-”, “_” and “/”.',
    ],
    [
      'the master',
      { name: 'spark.master', value: 'local' },
      '[0].name',
      'spark.master cannot be set: the platform decides where the cluster runs.',
    ],
    [
      'the memory',
      { name: 'spark.executor.memory', value: '64g' },
      '[0].name',
      'spark.executor.memory cannot be set: it follows from the node type.',
    ],
    [
      'a mount of the node’s files',
      {
        name: 'spark.kubernetes.executor.volumes.hostPath.a.mount.path',
        value: '/',
      },
      '[0].name',
      'spark.kubernetes.executor.volumes.hostPath.a.mount.path cannot be set: choose a volume instead.',
    ],
  ])('refuses %s', (_, row, path, message) => {
    expect(problemsOf(sparkConfSchema, [row])).toMatchObject([
      { path, message },
    ]);
  });
});
