import { DATA_ENG, NODE_TYPES } from '../__testUtils__/fixtures';
import type { ClusterFormValues } from './clusterFormValues';
import { clusterResolver } from './clusterResolver';
import { invalidFields } from './invalidFields';
import {
  plainRow,
  referenceRow,
  secretRow,
  validValues,
} from './__testUtils__/formValues';

const VALID = validValues();

const executor = (
  changes: Partial<ClusterFormValues['spec']['executor']>,
): ClusterFormValues => ({
  ...VALID,
  spec: { ...VALID.spec, executor: { ...VALID.spec.executor, ...changes } },
});

const resolve = async (values: ClusterFormValues) =>
  clusterResolver(
    {
      namespaces: [DATA_ENG],
      nodeTypes: NODE_TYPES,
      volumes: [],
      images: [],
    },
    ({ message }) => message,
  )(values, undefined, { fields: {}, shouldUseNativeValidation: false });

const messages = (errors: object): string[] =>
  Object.entries(errors).flatMap(([key, value]) => {
    if (key === 'message') return [String(value)];
    return typeof value === 'object' && value ? messages(value) : [];
  });

describe('clusterResolver', () => {
  it('gives the whole request, every default filled in', async () => {
    const { values, errors } = await resolve(VALID);
    expect(errors).toEqual({});
    expect(values).toMatchObject({
      kubernetesCluster: 'demo',
      name: 'etl',
      spec: { executor: { min: 0, max: 4, volume: null }, sparkConf: [] },
    });
  });

  it('leaves out what a single-node cluster does not have, whatever was typed before', async () => {
    const values = executor({ max: '' });
    const result = await resolve({
      ...values,
      spec: { ...values.spec, deploymentType: 'single-node' },
    });
    expect(result.values).toMatchObject({ spec: { executor: null } });
  });

  it('ignores the minimum while auto scaling is off', async () => {
    const values = executor({ min: 9, max: 4 });
    const { errors } = await resolve({
      ...values,
      spec: {
        ...values.spec,
        autoScaling: { enabled: false, idleTimeoutMinutes: '' },
      },
    });
    expect(errors).toEqual({});
  });

  it.each([
    ['an empty name', { ...VALID, name: '' }, /Name/],
    ['a name that is too long', { ...VALID, name: 'x'.repeat(54) }, /53/],
    ['min over max', executor({ min: 5 }), /at most max executors/],
    ['an empty number', executor({ max: '' }), /must be a number/],
    ['more than the quota', executor({ max: 100 }), /quota/],
    [
      'a node type that is not for executors',
      executor({ nodeType: 'driver-small' }),
      /not available for executors/,
    ],
  ])('refuses %s', async (_case, values, message) => {
    const { errors } = await resolve(values);
    expect(messages(errors)).toEqual([expect.stringMatching(message)]);
  });

  it.each([
    [
      'a setting that is there twice',
      { environment: [plainRow('A'), plainRow('B'), plainRow('A')] },
      ['spec.environment.2.name'],
    ],
    [
      'a property of the platform',
      { sparkConf: [plainRow('spark.master', 'local')] },
      ['spec.sparkConf.0.name'],
    ],
    [
      'a secret without a value',
      { environment: [secretRow('A')] },
      ['spec.environment.0.secret.value'],
    ],
    [
      'a reference to nothing',
      { environment: [referenceRow('A', { name: '', key: '' })] },
      [
        'spec.environment.0.secret.ref.name',
        'spec.environment.0.secret.ref.key',
      ],
    ],
    [
      'too long a list',
      { arguments: Array.from({ length: 101 }, () => ({ value: 'x' })) },
      ['spec.arguments'],
    ],
    [
      'packages and Python files of the wrong form',
      {
        dependencies: {
          jars: [{ value: 'https://a/b.jar' }],
          files: [],
          pyFiles: [{ value: 'a.txt' }],
          packages: [{ value: 'a:b:1' }, { value: 'a:b' }],
        },
      },
      [
        'spec.dependencies.pyFiles.0.value',
        'spec.dependencies.packages.1.value',
      ],
    ],
    [
      'tags that are there twice or malformed',
      {
        tags: [
          { key: 'team', value: 'a' },
          { key: 'team', value: 'b' },
          { key: 'x', value: 'no spaces' },
          { key: '', value: '' },
        ],
      },
      ['spec.tags.1.key', 'spec.tags.2.value', 'spec.tags.3.key'],
    ],
    [
      'a schedule without a time',
      { schedule: { enabled: true, timeZone: 'Mars/Base', windows: [] } },
      ['spec.schedule.timeZone', 'spec.schedule.windows'],
    ],
  ])('puts %s on its field', async (_case, changes, fields) => {
    const { errors } = await resolve(validValues(changes));
    expect(invalidFields(errors)).toEqual(fields);
  });

  it('ignores a schedule that is off', async () => {
    const schedule = { enabled: false, timeZone: '', windows: [] };
    const { errors } = await resolve(validValues({ schedule }));
    expect(errors).toEqual({});
  });
});
