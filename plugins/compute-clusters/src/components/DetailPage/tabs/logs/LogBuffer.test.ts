import { LogBuffer } from './LogBuffer';

describe('LogBuffer', () => {
  it('keeps what comes, in order', () => {
    const buffer = LogBuffer.create();
    buffer.append('one\ntw');
    buffer.append('o\nthree');
    expect(buffer.text).toBe('one\ntwo\nthree');
    expect(buffer.cut).toBe(false);
  });

  it('drops the oldest lines when there are too many', () => {
    const buffer = LogBuffer.create({ lines: 2, slack: 1 });
    buffer.append('1\n2\n3\n');
    expect(buffer.text).toBe('1\n2\n3\n');
    buffer.append('4\n');
    expect(buffer.text).toBe('3\n4\n');
    expect(buffer.cut).toBe(true);
  });

  it('takes many lines at once', () => {
    const buffer = LogBuffer.create({ lines: 10, slack: 0 });
    buffer.append(Array.from({ length: 1_000 }, (_, i) => `${i}\n`).join(''));
    expect(buffer.text.split('\n')).toHaveLength(11);
    expect(buffer.text.startsWith('990\n')).toBe(true);
  });

  it('drops the oldest characters of a progress bar, which breaks no line', () => {
    const buffer = LogBuffer.create({ characters: 100 });
    for (let percent = 0; percent <= 1_000; percent++) {
      buffer.append(`\r${percent} done`);
    }
    expect(buffer.text.length).toBeLessThanOrEqual(110);
    expect(buffer.text.endsWith('\r1000 done')).toBe(true);
    expect(buffer.cut).toBe(true);
  });

  it('begins with a whole line after it dropped characters, and goes on to count lines', () => {
    const buffer = LogBuffer.create({ lines: 2, slack: 0, characters: 20 });
    buffer.append('a long first line\nsecond\nthird');
    expect(buffer.text).toBe('second\nthird');
    buffer.append('\n4\n');
    expect(buffer.text).toBe('third\n4\n');
  });
});
