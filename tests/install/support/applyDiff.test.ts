import { applyDiff } from './applyDiff';

const FILE = 'import a;\n\n  <A>\n    <B />\n  </A>\n';

describe('A diff of a README', () => {
  it.each([
    ['adds after', ' import a;\n+import b;', 'import a;\nimport b;\n'],
    ['adds before', '+import b;\n import a;', 'import b;\nimport a;\n'],
    ['replaces', '-import a;\n+import b;', 'import b;\n'],
  ])('%s a line', (_name, diff, start) => {
    expect(applyDiff(FILE, diff)).toBe(FILE.replace('import a;\n', start));
  });

  it('changes several places, whatever their indentation', () => {
    const diff = ' import a;\n+import b;\n\n <A>\n+    <C />\n   <B />\n';
    expect(applyDiff(FILE, diff)).toBe(
      'import a;\nimport b;\n\n  <A>\n    <C />\n    <B />\n  </A>\n',
    );
  });

  it.each([
    ['is not there', FILE],
    ['is there twice', '<Z />\n<Z />\n'],
  ])('is refused where its place %s', (_name, text) => {
    expect(() => applyDiff(text, ' <Z />\n+<Y />')).toThrow('instead of once');
  });
});
