import { formatCpu } from './formatCpu';
import { formatMemory } from './formatMemory';
import { formatMoney } from './formatMoney';

describe('formatCpu', () => {
  it.each([
    [1000, '1 vCPU'],
    [500, '0.5 vCPU'],
    [10, '0.01 vCPU'],
    [1_200_000, '1,200 vCPU'],
  ])('shows %i millicores as %s', (millicores, text) => {
    expect(formatCpu(millicores)).toBe(text);
  });
});

describe('formatMemory', () => {
  it.each([
    [0, '0 MiB'],
    [900, '900 MiB'],
    [1024, '1 GiB'],
    [3712, '3.6 GiB'],
    [139264, '136 GiB'],
    [1536 * 1024, '1.5 TiB'],
  ])('shows %i MiB as %s', (mib, text) => {
    expect(formatMemory(mib)).toBe(text);
  });
});

describe('formatMoney', () => {
  it.each([
    [177, 'USD', '$1.77'],
    [128400, 'USD', '$1,284.00'],
    [177, 'JPY', '¥177'],
    [0, 'EUR', '€0.00'],
    [0.4, 'USD', '<$0.01'],
    [0.5, 'USD', '$0.01'],
    [0.4, 'JPY', '<¥1'],
  ])('shows %p of %s as %s', (minor, currency, text) => {
    expect(formatMoney(minor, currency)).toBe(text);
  });
});
