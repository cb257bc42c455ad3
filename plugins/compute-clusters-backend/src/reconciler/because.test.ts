import { because } from './because';

describe('because', () => {
  it.each([
    ['is nothing where there are no words', undefined, ''],
    ['takes the words as one line', 'a\n  b.', ' (a b)'],
    [
      'leaves out what no database keeps',
      'not allowed: /x\0',
      ' (not allowed: /x)',
    ],
  ])('%s', (_, words, expected) => {
    expect(because(words)).toBe(expected);
  });

  it('cuts off long words', () => {
    expect(because('x'.repeat(400))).toBe(` (${'x'.repeat(299)}…)`);
  });
});
