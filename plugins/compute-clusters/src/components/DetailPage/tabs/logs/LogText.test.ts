import { LogText } from './LogText';

const linesOf = (text: LogText) =>
  Array.from({ length: text.length }, (_, line) => text.line(line));

describe('LogText', () => {
  it.each([
    ['', []],
    ['one', ['one']],
    ['one\n', ['one']],
    ['one\n\nthree\n', ['one', '', 'three']],
    ['one\ntwo', ['one', 'two']],
  ])('splits %j into its lines', (text, lines) => {
    expect(linesOf(LogText.of(text))).toEqual(lines);
  });

  it.each([
    ['', []],
    ['warn', [0, 2]],
    ['WARN', [0, 2]],
    ['a', [0, 1, 2, 3]],
    ['nothing', []],
    ['b\nc', []],
  ])('finds %j in lines %j', (wanted, lines) => {
    const text = LogText.of('WARN a a\nINFO a\nwarn a\nlast');
    expect(text.find(wanted)).toEqual(lines);
  });

  it('finds text beside letters that grow in lower case', () => {
    expect(LogText.of('İ\nINFO\n').find('INFO')).toEqual([1]);
  });

  it('tells how long a line is', () => {
    const text = LogText.of('one\n\nthree');
    expect([0, 1, 2].map(line => text.lengthOf(line))).toEqual([3, 0, 5]);
  });
});
