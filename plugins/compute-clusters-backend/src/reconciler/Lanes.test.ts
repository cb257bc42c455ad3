import { Lane, Lanes } from './Lanes';

describe('Lanes', () => {
  it.each<[string, [string, Lane][], string]>([
    [
      'takes keys in their order',
      [
        ['a', 'noticed'],
        ['b', 'noticed'],
      ],
      'a b',
    ],
    [
      'takes asked keys first',
      [
        ['a', 'noticed'],
        ['b', 'asked'],
      ],
      'b a',
    ],
    [
      'takes a key of both lanes as an asked one, once',
      [
        ['a', 'noticed'],
        ['b', 'noticed'],
        ['b', 'asked'],
        ['b', 'noticed'],
      ],
      'b a',
    ],
    [
      'takes a noticed key after three asked ones',
      [
        ['n1', 'noticed'],
        ['n2', 'noticed'],
        ...['a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7'].map(
          (key): [string, Lane] => [key, 'asked'],
        ),
      ],
      'a1 a2 a3 n1 a4 a5 a6 n2 a7',
    ],
  ])('%s', (_, puts, expected) => {
    const lanes = Lanes.create();
    puts.forEach(([key, lane]) => lanes.put(key, lane));
    const taken: (string | undefined)[] = [];
    while (lanes.size > 0) {
      taken.push(lanes.take());
    }
    expect(taken.join(' ')).toBe(expected);
    expect(lanes.take()).toBeUndefined();
  });
});
