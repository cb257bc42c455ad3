import { Quantity } from './Quantity';

describe('Quantity', () => {
  it.each([
    ['500m', 500, '500m'],
    ['1', 1_000, '1'],
    ['1500m', 1_500, '1500m'],
    ['2000m', 2_000, '2'],
    ['0.1', 100, '100m'],
    ['1e3', 1_000_000, '1k'],
    ['1Gi', 1024 ** 3 * 1000, '1Gi'],
    ['1024Mi', 1024 ** 3 * 1000, '1Gi'],
    ['896Mi', 896 * 1024 ** 2 * 1000, '896Mi'],
    ['2G', 2e12, '2G'],
    ['0', 0, '0'],
  ])('reads %s and writes it canonically', (text, milli, canonical) => {
    const quantity = Quantity.parse(text);
    expect(quantity?.milli).toBe(milli);
    expect(quantity?.toString()).toBe(canonical);
  });

  it.each(['', 'x', '1 Gi', '1gib', 'Mi'])('refuses %j', text => {
    expect(Quantity.parse(text)).toBeUndefined();
  });

  it('keeps the form of the first that is not zero in sums', () => {
    const sum = Quantity.ZERO.plus(Quantity.of('512Mi')).plus(
      Quantity.of('512Mi'),
    );
    expect(sum.toString()).toBe('1Gi');
    expect(sum.minus(Quantity.of('1Gi')).toString()).toBe('0');
  });
});
