import { propertiesFile } from './propertiesFile';
import { propertiesOf } from './SparkProperty';

describe('propertiesFile', () => {
  it('is the same whatever the order', () => {
    expect(propertiesFile(propertiesOf('user', { b: '2', a: '1' }))).toBe(
      'a 1\nb 2\n',
    );
  });

  it.each([
    ['a colon in a key', { 'a:b': '1' }, 'a\\:b 1\n'],
    ['an equals sign in a key', { 'a=b': '1' }, 'a\\=b 1\n'],
    [
      'a line break',
      { a: '1\nspark.master evil' },
      'a 1\\nspark.master evil\n',
    ],
    ['a backslash', { a: 'C:\\x' }, 'a C:\\\\x\n'],
    ['a comment sign in a key', { '#a': '1' }, '\\#a 1\n'],
    ['a separator that begins a value', { a: '=1' }, 'a \\=1\n'],
    ['spaces and equals signs in a value', { a: '-Dx=1 -Dy' }, 'a -Dx=1 -Dy\n'],
  ])('keeps the meaning of %s', (_, values, text) => {
    expect(propertiesFile(propertiesOf('user', values))).toBe(text);
  });
});
