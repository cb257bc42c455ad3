import { minutesText } from './minutesText';

describe('minutesText', () => {
  it.each([
    [20_000, '1 minute'],
    [60_000, '1 minute'],
    [150_001, '3 minutes'],
    [90 * 60_000, '90 minutes'],
  ])('%i ms: %s', (milliseconds, text) => {
    expect(minutesText(milliseconds)).toBe(text);
  });
});
