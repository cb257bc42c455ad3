import { priceOfPod } from './priceOfPod';

describe('priceOfPod', () => {
  it.each([
    ['on demand', 6, false, 20],
    ['on spot machines', 6, true, 6],
    ['on free spot machines', 0, true, 0],
    ['on spot machines without a price of their own', null, true, 20],
  ])('is the price %s', (_, spotPrice, spot, expected) => {
    const price = { onDemand: 20, spot: spotPrice, currency: 'USD' };
    expect(priceOfPod(price, { spot })).toBe(expected);
  });
});
