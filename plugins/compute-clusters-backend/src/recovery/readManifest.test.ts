import { testSpec } from '../database/__testUtils__';
import { readManifest } from './readManifest';

const ID = '6f9619ff-8b86-4d01-b42d-00cf4fc964ff';

const manifest = {
  version: 1,
  id: ID,
  name: 'etl',
  description: 'Nightly',
  spec: testSpec({
    environment: [{ name: 'PASSWORD', secret: { stored: true } }],
  }),
  secretKeys: {
    environment: { PASSWORD: 'environment.PASSWORD.1-a' },
    sparkConf: {},
  },
  generation: 3,
  run: {
    sequence: 2,
    requestedBy: 'user:default/data-engineer',
    startedAt: '2026-01-01T12:00:00.000Z',
  },
  createdBy: 'user:default/data-engineer',
  createdAt: '2025-01-01T12:00:00.000Z',
};

const read = (value: unknown, id = ID) =>
  readManifest({
    id,
    namespace: 'data-eng',
    data: { 'cluster.json': JSON.stringify(value) },
  });

describe('readManifest', () => {
  it('reads what was written', () => {
    expect(read(manifest)).toEqual({ manifest });
  });

  it.each<[string, object, string]>([
    ['another version', { version: 2 }, 'version'],
    ['no UUID', { id: 'x' }, 'id'],
    ['no name', { name: undefined }, 'Name is required'],
    ['a name that Kubernetes does not take', { name: 'E T L' }, 'Name'],
    [
      'a run before the first',
      { run: { ...manifest.run, sequence: 0 } },
      'run.sequence',
    ],
    ['no time', { createdAt: 'yesterday' }, 'createdAt'],
    ['nobody', { createdBy: '' }, 'createdBy'],
    [
      'a specification that would be refused',
      { spec: { ...manifest.spec, javaOptions: '-Xmx1g' } },
      'spec.javaOptions',
    ],
    [
      'a key that Kubernetes does not take',
      { secretKeys: { environment: { A: '../a' }, sparkConf: {} } },
      'secretKeys.environment',
    ],
    [
      'the value of a secret',
      {
        spec: testSpec({
          sparkConf: [{ name: 'spark.a', secret: { value: 'hunter2' } }],
        }),
      },
      'value of a secret',
    ],
  ])('refuses %s', (_, changes, problem) => {
    const reading = read({ ...manifest, ...changes });
    expect(reading.problem).toContain(problem);
    expect(reading.problem).not.toContain('hunter2');
  });

  it.each([
    ['nothing', null],
    ['a text', 'x'],
    ['a list', []],
  ])('refuses %s', (_, value) => {
    expect(read(value).problem).toContain('cannot be read');
  });

  it('refuses another cluster than its label names', () => {
    const other = '00000000-8b86-4d01-b42d-00cf4fc964ff';
    expect(read(manifest, other).problem).toContain('name other clusters');
  });
});
