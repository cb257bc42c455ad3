import {
  SpecChange,
  specSchema,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { specChanges } from './specChanges';

const BASE = {
  driver: { nodeType: 'driver-small' },
  executor: { nodeType: 'executor-small', min: 0, max: 4 },
};

const spec = (changes: object = {}) =>
  specSchema.parse({ ...BASE, ...changes });

const stored = (key: string) => ({
  name: 'PASSWORD',
  secret: { stored: true, ref: { name: 'etl-user', key } },
});

/** What is stored is not what a request may say. */
const withEnvironment = (...environment: ReturnType<typeof stored>[]) => ({
  ...spec(),
  environment,
});

describe('specChanges', () => {
  it('tells nothing of what is the same', () => {
    const both = spec({ tags: { a: 'b' }, image: 'Spark 4.3' });
    expect(specChanges(both, both)).toEqual([]);
  });

  it.each<[string, object, object, SpecChange[]]>([
    [
      'another size',
      {},
      { driver: { nodeType: 'driver-medium' } },
      [
        {
          field: 'driver.nodeType',
          name: null,
          from: 'driver-small',
          to: 'driver-medium',
        },
      ],
    ],
    [
      'what is switched off',
      {},
      { autoScaling: { enabled: false, idleTimeoutMinutes: 30 } },
      [{ field: 'autoScaling.idleTimeoutMinutes', name: null, from: '30' }],
    ],
    [
      'what was not set before',
      {},
      { image: 'Spark 4.3' },
      [{ field: 'image', name: null, to: 'Spark 4.3' }],
    ],
    [
      'rows by their names, whatever their order',
      {
        sparkConf: [
          { name: 'spark.a', value: '1' },
          { name: 'spark.b', value: '2' },
        ],
      },
      {
        sparkConf: [
          { name: 'spark.b', value: '3' },
          { name: 'spark.a', value: '1' },
        ],
      },
      [{ field: 'sparkConf', name: 'spark.b', from: '2', to: '3' }],
    ],
    [
      'tags',
      { tags: { old: 'x' } },
      { tags: { new: 'y' } },
      [
        { field: 'tags', name: 'new', to: 'y' },
        { field: 'tags', name: 'old', from: 'x' },
      ],
    ],
    [
      'lists, line by line',
      {},
      { arguments: ['one', 'two'] },
      [{ field: 'arguments', name: null, to: 'one\ntwo' }],
    ],
    [
      'a schedule in words',
      {},
      {
        schedule: {
          timeZone: 'UTC',
          windows: [{ days: ['mon', 'tue'], start: '08:00', stop: null }],
        },
      },
      [{ field: 'schedule', name: null, to: 'mon, tue: 08:00 to –\nUTC' }],
    ],
    [
      'references to Secrets by their names',
      {},
      {
        environment: [{ name: 'T', secret: { ref: { name: 's', key: 'k' } } }],
      },
      [{ field: 'environment', name: 'T', to: 'Secret s, key k' }],
    ],
  ])('tells %s', (_, before, after, changes) => {
    expect(specChanges(spec(before), spec(after))).toEqual(changes);
  });

  it('tells that a secret value is another, never the value nor its key', () => {
    const changes = specChanges(
      withEnvironment(stored('environment.PASSWORD.1-a')),
      withEnvironment(stored('environment.PASSWORD.2-b')),
    );
    expect(changes).toEqual([
      { field: 'environment', name: 'PASSWORD', from: null, to: null },
    ]);
  });

  it('tells a secret value that came or went', () => {
    const secret = withEnvironment(stored('key'));
    const row = { field: 'environment', name: 'PASSWORD' };
    expect(specChanges(spec(), secret)).toEqual([{ ...row, to: null }]);
    expect(specChanges(secret, spec())).toEqual([{ ...row, from: null }]);
  });

  it('tells nothing of a secret value that was kept', () => {
    const kept = withEnvironment(stored('key'));
    expect(specChanges(kept, kept)).toEqual([]);
  });
});
