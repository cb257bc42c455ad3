import { quotaFit } from './quotaFit';

describe('quotaFit', () => {
  it.each([
    ['what is free is enough', 4, 10, 6, 'now'],
    ['others have to end first', 5, 10, 6, 'later'],
    ['others use more than a quota that was cut', 1, 10, 12, 'later'],
    ['the whole quota is not enough', 11, 10, 0, 'over'],
    ['nobody knows what is in use', 10, 10, null, 'now'],
  ] as const)('%s', (_case, wanted, limit, used, fit) => {
    expect(quotaFit({ wanted, limit, used })).toBe(fit);
  });
});
