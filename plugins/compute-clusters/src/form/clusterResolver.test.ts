import { DATA_ENG, NODE_TYPES } from '../__testUtils__/fixtures';
import { DEFAULT_VALUES, type ClusterFormValues } from './clusterFormValues';
import { clusterResolver } from './clusterResolver';

const VALID: ClusterFormValues = {
  ...DEFAULT_VALUES,
  kubernetesCluster: 'demo',
  namespace: 'data-eng',
  name: 'etl',
  spec: {
    ...DEFAULT_VALUES.spec,
    driver: { nodeType: 'driver-small' },
    executor: {
      ...DEFAULT_VALUES.spec.executor,
      nodeType: 'executor-small',
      max: 4,
    },
  },
};

const executor = (
  changes: Partial<ClusterFormValues['spec']['executor']>,
): ClusterFormValues => ({
  ...VALID,
  spec: { ...VALID.spec, executor: { ...VALID.spec.executor, ...changes } },
});

const resolve = async (values: ClusterFormValues) =>
  clusterResolver({
    namespaces: [DATA_ENG],
    nodeTypes: NODE_TYPES,
    volumes: [],
    images: [],
  })(values, undefined, { fields: {}, shouldUseNativeValidation: false });

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
});
