import { LineHeights } from './LineHeights';
import { LogText } from './LogText';

const TEXT = LogText.of('12345678\n\n1234\n12345\n');

describe('LineHeights', () => {
  it.each([
    ['one row each', undefined, undefined, [0, 1, 2, 3], 4],
    ['rows of four characters', undefined, 4, [0, 2, 3, 4], 6],
    ['only some lines', [0, 3], 4, [0, 2], 4],
  ])('counts %s', (_, lines, columns, tops, rows) => {
    const heights = LineHeights.of(TEXT, lines, columns);
    expect(tops.map((__, index) => heights.topOf(index))).toEqual(tops);
    expect(heights.rows).toBe(rows);
  });

  it('finds the line of a row', () => {
    const heights = LineHeights.of(TEXT, undefined, 4);
    const rows = [0, 1, 2, 3, 4, 5, 6];
    expect(rows.map(row => heights.lineAt(row))).toEqual([0, 0, 1, 2, 3, 3, 3]);
  });

  it('has no line of an empty log', () => {
    const heights = LineHeights.of(LogText.of(''), undefined, undefined);
    expect([heights.rows, heights.lineAt(0)]).toEqual([0, 0]);
  });
});
