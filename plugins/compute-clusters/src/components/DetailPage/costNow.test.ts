import { aCluster, aNodeType, aStatus } from '../../__testUtils__/fixtures';
import { costNow } from './costNow';

const usd = { onDemand: 20, spot: 6, currency: 'USD' };
const types = (driver: typeof usd | null, executor: typeof usd | null) => [
  aNodeType({ name: 'driver-small', price: driver }),
  aNodeType({ name: 'executor-small', price: executor }),
];
const priced = types(usd, usd);
const stopped = {
  driver: { pod: null, ready: false, attempts: 0 },
  executors: { running: 0, pending: 0, max: 4, reason: null },
};
const { spec } = aCluster();
const onSpot = spec.executor && {
  ...spec,
  executor: { ...spec.executor, spot: true },
};

describe('costNow', () => {
  it.each([
    ['of driver and executors', aCluster(), priced, 60],
    ['of spot executors', aCluster({ spec: onSpot ?? spec }), priced, 32],
    [
      'of executors that outlive their driver',
      aCluster({ status: aStatus({ driver: stopped.driver }) }),
      priced,
      40,
    ],
    [
      'of a driver alone, whatever executors cost',
      aCluster({ status: aStatus({ executors: stopped.executors }) }),
      types(usd, null),
      20,
    ],
  ])('is the price %s', (_, cluster, nodeTypes, amount) => {
    expect(costNow(cluster, nodeTypes)).toEqual({ amount, currency: 'USD' });
  });

  it.each([
    ['nothing runs', aCluster({ status: aStatus(stopped) }), priced],
    ['the driver has no price', aCluster(), types(null, usd)],
    ['the executors have no price', aCluster(), types(usd, null)],
    [
      'prices have two currencies',
      aCluster(),
      types(usd, { ...usd, currency: 'EUR' }),
    ],
  ])('is not told where %s', (_, cluster, nodeTypes) => {
    expect(costNow(cluster, nodeTypes)).toBeUndefined();
  });
});
