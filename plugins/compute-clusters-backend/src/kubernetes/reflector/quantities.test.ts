import { mebibytesOf, millicoresOf } from './quantities';

describe('quantities', () => {
  it.each([
    ['300m', 300],
    ['2', 2000],
    ['0.5', 500],
    ['1500000u', 1500],
    [undefined, 0],
    ['nonsense', 0],
  ])('%s is %d millicores', (quantity, expected) => {
    expect(millicoresOf(quantity)).toBe(expected);
  });

  it.each([
    ['1Gi', 1024],
    ['896Mi', 896],
    ['1G', 954],
    ['1048576', 1],
    ['1048576k', 1000],
    ['1e9', 954],
    [undefined, 0],
  ])('%s is %d MiB', (quantity, expected) => {
    expect(mebibytesOf(quantity)).toBe(expected);
  });
});
