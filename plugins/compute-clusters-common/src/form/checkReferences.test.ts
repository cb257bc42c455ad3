import { Volume } from '../schema/openapi';
import { nodeType } from '../__testUtils__/nodeType';
import { checkReferences } from './checkReferences';

const volume: Volume = { name: 'scratch', description: '', type: 'emptyDir' };
const references = {
  nodeTypes: [
    nodeType({ name: 'driver-small', forExecutor: false }),
    nodeType({ name: 'executor-small', forDriver: false }),
    nodeType({ name: 'executor-spot', forDriver: false, spot: true }),
  ],
  volumes: [volume],
  images: [{ name: 'Spark 4.3', image: 'spark:4.3.0', default: true }],
};
const executor = {
  nodeType: 'executor-small',
  min: 0,
  max: 4,
  spot: false,
  volume: null,
};
const spec = {
  driver: { nodeType: 'driver-small' },
  executor,
  image: null,
};
type Spec = Parameters<typeof checkReferences>[0];

describe('checkReferences', () => {
  it.each<[string, Spec]>([
    ['what is there', spec],
    ['a single node', { ...spec, executor: null }],
    [
      'spot machines of a node type that has them',
      {
        ...spec,
        executor: { ...executor, nodeType: 'executor-spot', spot: true },
      },
    ],
    [
      'a volume and an image',
      {
        ...spec,
        image: 'Spark 4.3',
        executor: { ...executor, volume: 'scratch' },
      },
    ],
  ])('accepts %s', (_, given) => {
    expect(checkReferences(given, references)).toEqual([]);
  });

  it.each<[string, Spec, string, string, string]>([
    [
      'an unknown driver node type',
      { ...spec, driver: { nodeType: 'huge' } },
      'spec.driver.nodeType',
      'unknown',
      'There is no node type huge. Choose one of: driver-small, executor-small, executor-spot.',
    ],
    [
      'an executor’s node type for the driver',
      { ...spec, driver: { nodeType: 'executor-small' } },
      'spec.driver.nodeType',
      'not-for-driver',
      'Node type executor-small is not available for drivers.',
    ],
    [
      'a driver’s node type for executors',
      { ...spec, executor: { ...executor, nodeType: 'driver-small' } },
      'spec.executor.nodeType',
      'not-for-executor',
      'Node type driver-small is not available for executors.',
    ],
    [
      'spot machines where there are none',
      { ...spec, executor: { ...executor, spot: true } },
      'spec.executor.spot',
      'no-spot',
      'Node type executor-small offers no spot instances.',
    ],
    [
      'an unknown volume',
      { ...spec, executor: { ...executor, volume: 'fast' } },
      'spec.executor.volume',
      'unknown',
      'There is no volume fast. Choose one of: scratch.',
    ],
    [
      'an unknown image',
      { ...spec, image: 'Spark 9' },
      'spec.image',
      'unknown',
      'There is no image Spark 9. Choose one of: Spark 4.3.',
    ],
  ])('refuses %s', (_, given, path, code, message) => {
    expect(checkReferences(given, references)).toEqual([
      { path, code, message },
    ]);
  });

  it('offers no choice where there is none', () => {
    expect(
      checkReferences({ ...spec, image: 'x' }, { ...references, images: [] }),
    ).toMatchObject([
      { message: 'There is no image x. The platform offers none.' },
    ]);
  });
});
