import { UsageSum } from '../database';
import { currencyOf, figuresOf } from './figures';

const sum = (currency: string | null, cost: number): UsageSum => ({
  window: 0,
  key: null,
  currency,
  driverSeconds: 10.4,
  executorSeconds: 20.4,
  cost,
});

describe('currencyOf', () => {
  it.each<[string, UsageSum[], string | null]>([
    ['none of nothing', [], null],
    ['none where nothing has a price', [sum(null, 0)], null],
    ['the only one', [sum(null, 0), sum('EUR', 1)], 'EUR'],
    ['that of free sizes too', [sum('EUR', 0)], 'EUR'],
    [
      'the dearest of several',
      [sum('EUR', 3), sum('USD', 2), sum('USD', 2)],
      'USD',
    ],
    ['the same one of several equals', [sum('USD', 1), sum('EUR', 1)], 'EUR'],
  ])('is %s', (_, sums, expected) => {
    expect(currencyOf(sums)).toBe(expected);
  });
});

describe('figuresOf', () => {
  it('adds up whole seconds, and the cost in one currency', () => {
    const sums = [sum('EUR', 1.000_04), sum('USD', 7), sum(null, 0)];
    expect(figuresOf(sums, 'EUR')).toEqual({
      driverSeconds: 31,
      executorSeconds: 61,
      cost: 1,
    });
  });

  it('is nothing of nothing', () => {
    expect(figuresOf([], null)).toEqual({
      driverSeconds: 0,
      executorSeconds: 0,
      cost: 0,
    });
  });
});
