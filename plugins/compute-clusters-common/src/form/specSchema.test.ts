import { ComputeClusterSpecInput } from '../schema/openapi';
import { problemsOfZodError } from './problemsOfZodError';
import { specInputOf } from './specInputOf';
import { specSchema } from './specSchema';

const multiNode: ComputeClusterSpecInput = {
  driver: { nodeType: 'driver-small' },
  executor: { nodeType: 'executor-small' },
};

function problemsOf(input: unknown) {
  const result = specSchema.safeParse(input);
  return result.success ? [] : problemsOfZodError(result.error);
}

describe('specSchema', () => {
  it('fills in every default of a multi-node cluster', () => {
    expect(specSchema.parse(multiNode)).toEqual({
      deploymentType: 'multi-node',
      driver: { nodeType: 'driver-small' },
      executor: {
        nodeType: 'executor-small',
        min: 0,
        max: 1,
        spot: false,
        volume: null,
      },
      autoScaling: { enabled: true, idleTimeoutMinutes: 30 },
      autoTermination: { enabled: false, idleMinutes: 60 },
      schedule: null,
      image: null,
      arguments: [],
      javaOptions: '',
      environment: [],
      sparkConf: [],
      dependencies: { jars: [], files: [], pyFiles: [], packages: [] },
      tags: {},
    });
  });

  it('gives a single-node cluster neither executors nor auto scaling', () => {
    expect(
      specSchema.parse({
        deploymentType: 'single-node',
        driver: { nodeType: 'driver-small' },
      }),
    ).toMatchObject({ executor: null, autoScaling: null });
  });

  it.each<[string, ComputeClusterSpecInput]>([
    ['multi-node', multiNode],
    [
      'single-node',
      {
        deploymentType: 'single-node',
        driver: { nodeType: 'driver-small' },
        tags: { team: '' },
      },
    ],
    [
      'scheduled',
      {
        ...multiNode,
        autoTermination: { enabled: true, idleMinutes: 15 },
        schedule: {
          timeZone: 'Europe/Berlin',
          windows: [{ days: ['mon'], start: '08:00', stop: null }],
        },
      },
    ],
  ])('reads what it made of a %s cluster again', (_, input) => {
    const spec = specSchema.parse(input);

    expect(specSchema.parse(spec)).toEqual(spec);
    expect(specSchema.parse(specInputOf(spec))).toEqual(spec);
  });

  it('ignores the minimum while auto scaling is off', () => {
    expect(
      problemsOf({
        ...multiNode,
        executor: { nodeType: 'executor-small', min: 5, max: 2 },
        autoScaling: { enabled: false },
      }),
    ).toEqual([]);
  });

  it('tells all problems at once', () => {
    expect(
      problemsOf({
        driver: {},
        executor: { nodeType: '', min: 3, max: 2 },
        tags: { '-': 'x' },
      }).map(({ path, code }) => [path, code]),
    ).toEqual(
      [
        ['spec.driver.nodeType', 'required'],
        ['spec.executor.nodeType', 'required'],
        ['spec.tags.-', 'invalid'],
        ['spec.executor.min', 'min-over-max'],
      ].map(([path, code]) => [path.replace('spec.', ''), code]),
    );
  });

  it.each<[string, Record<string, unknown>, string, string, string]>([
    [
      'a missing executor',
      { executor: null },
      'executor',
      'required',
      'A multi-node cluster needs an executor.',
    ],
    [
      'an executor of a single-node cluster',
      { deploymentType: 'single-node' },
      'executor',
      'not-allowed',
      'A single-node cluster has no executor.',
    ],
    [
      'an unknown deployment type',
      { deploymentType: 'many' },
      'deploymentType',
      'invalid',
      'Deployment type must be multi-node or single-node.',
    ],
    [
      'a driver that is no object',
      { driver: 'small' },
      'driver',
      'invalid',
      'Driver must be an object.',
    ],
    [
      'a node type that is no text',
      { driver: { nodeType: 1 } },
      'driver.nodeType',
      'invalid',
      'Driver node type must be a text.',
    ],
    [
      'no executors at all',
      { executor: { nodeType: 'executor-small', max: 0 } },
      'executor.max',
      'too-small',
      'Max executors must be at least 1.',
    ],
    [
      'half an executor',
      { executor: { nodeType: 'executor-small', max: 1.5 } },
      'executor.max',
      'invalid',
      'Max executors must be a whole number.',
    ],
    [
      'a number as text',
      { executor: { nodeType: 'executor-small', max: '4' } },
      'executor.max',
      'invalid',
      'Max executors must be a number.',
    ],
    [
      'an idle timeout over three hours',
      { autoScaling: { idleTimeoutMinutes: 181 } },
      'autoScaling.idleTimeoutMinutes',
      'too-large',
      'Idle timeout must be at most 180.',
    ],
    [
      'an unknown field',
      { executors: 4 },
      'executors',
      'unknown-field',
      'There is no field executors.',
    ],
    [
      'a package without a version',
      { dependencies: { packages: ['org.apache.iceberg:iceberg'] } },
      'dependencies.packages[0]',
      'invalid',
      'Package must look like group:artifact:version.',
    ],
    [
      'a Python file of another kind',
      { dependencies: { pyFiles: ['s3a://bucket/a.tar'] } },
      'dependencies.pyFiles[0]',
      'invalid',
      'Python file must be an address that ends in .py, .egg or .zip.',
    ],
    [
      'a heap size in the Java options',
      { javaOptions: '-Dx=y -Xmx4g' },
      'javaOptions',
      'invalid',
      'Java options must be one line without -Xmx and -Xms, which follow from the node type.',
    ],
  ])('refuses %s', (_, change, path, code, message) => {
    expect(problemsOf({ ...multiNode, ...change })).toEqual([
      { path, code, message },
    ]);
  });
});
