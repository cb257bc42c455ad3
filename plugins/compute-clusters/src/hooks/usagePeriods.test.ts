import { daysOfPeriod } from './usagePeriods';

describe('daysOfPeriod', () => {
  const now = new Date('2026-01-15T23:30:00Z');

  it.each([
    ['this-month', { from: '2026-01-01' }],
    ['last-month', { from: '2025-12-01', to: '2026-01-01' }],
    ['30-days', { from: '2025-12-17' }],
    ['90-days', { from: '2025-10-18' }],
  ] as const)('tells %s in days of UTC', (period, days) => {
    expect(daysOfPeriod(period, now)).toEqual(days);
  });
});
