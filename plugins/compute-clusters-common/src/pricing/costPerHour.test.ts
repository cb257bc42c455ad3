import { Price } from '../schema/openapi';
import { nodeType } from '../__testUtils__/nodeType';
import { costPerHour } from './costPerHour';

const onDemand = 20;
const usd: Price = { onDemand, spot: 6, currency: 'USD' };
const nodeTypes = (driver: Price | null, executor: Price | null) => [
  nodeType({ name: 'driver-small', price: driver }),
  nodeType({ name: 'executor-small', price: executor }),
];
const spec = {
  driver: { nodeType: 'driver-small' },
  executor: {
    nodeType: 'executor-small',
    min: 1,
    max: 8,
    spot: false,
    volume: null,
  },
  autoScaling: { enabled: true, idleTimeoutMinutes: 30 },
};
const spot = { ...spec, executor: { ...spec.executor, spot: true } };
const fixed = { ...spec, autoScaling: { ...spec.autoScaling, enabled: false } };
const singleNode = { ...spec, executor: null, autoScaling: null };
const prices = nodeTypes(usd, usd);

describe('costPerHour', () => {
  it.each([
    ['with auto scaling', spec, prices, { idle: 40, full: 180 }],
    ['without auto scaling', fixed, prices, { idle: 180, full: 180 }],
    ['on spot machines', spot, prices, { idle: 26, full: 68 }],
    [
      'on spot machines without a price of their own',
      spot,
      nodeTypes(usd, { ...usd, spot: null }),
      { idle: 40, full: 180 },
    ],
    ['on a single node', singleNode, prices, { idle: 20, full: 20 }],
    [
      'with free executors',
      spec,
      nodeTypes(usd, { ...usd, onDemand: 0 }),
      { idle: 20, full: 20 },
    ],
  ])('adds up the driver and its executors %s', (_, given, types, cost) => {
    expect(costPerHour(given, types)).toEqual({ ...cost, currency: 'USD' });
  });

  it.each([
    ['the driver has no price', spec, nodeTypes(null, usd)],
    ['the executors have no price', spec, nodeTypes(usd, null)],
    ['a node type is unknown', spec, []],
    ['a single node has no price', singleNode, nodeTypes(null, usd)],
    [
      'the prices have two currencies',
      spec,
      nodeTypes(usd, { ...usd, currency: 'EUR' }),
    ],
  ])('cannot tell where %s', (_, given, types) => {
    expect(costPerHour(given, types)).toBeNull();
  });
});
