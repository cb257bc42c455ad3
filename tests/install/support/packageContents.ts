import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import type { Manifest } from './packPackages';

const root = resolve(__dirname, '..', '..', '..');

const WANTED =
  /^(?:package\.json|README\.md|CHANGELOG\.md|LICENSE|config\.schema\.json|(?:dist|migrations|bin)\/.+)$/;
const OF_TESTS = /\.test\.|__testUtils__|__fixtures__|__mocks__|setupTests/;
const PRIVATE_KEY = /BEGIN [A-Z ]*PRIVATE KEY/;

/** The files of an unpacked package that nobody needs who installs it, above all tests. */
export function uselessFiles(unpacked: string): string[] {
  return filesOf(unpacked).filter(
    file => !WANTED.test(file) || OF_TESTS.test(file),
  );
}

/** The files of an unpacked package that tell of the machine that packed it. */
export function tellingFiles(unpacked: string): string[] {
  return filesOf(unpacked).filter(file => {
    const text = readFileSync(join(unpacked, file), 'utf8');
    return (
      text.includes(root) ||
      text.includes(`${homedir()}/`) ||
      PRIVATE_KEY.test(text)
    );
  });
}

/** All files that a `package.json` leads to, relative to it. */
export function namedFiles(manifest: Manifest): string[] {
  const { main, types, bin, configSchema, exports = {} } = manifest;
  return [
    ...[main, types, bin, configSchema].flatMap(file => file ?? []),
    ...Object.values(exports)
      .flatMap(entry =>
        typeof entry === 'string' ? entry : Object.values(entry),
      )
      // One of them tells the new frontend system what kind of thing it finds.
      .filter(path => path.startsWith('./')),
  ];
}

/** The files below a folder, sorted; none when it is not there. */
export function filesOf(folder: string): string[] {
  if (!existsSync(folder)) {
    return [];
  }
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => statSync(join(folder, file)).isFile())
    .map(file => relative(folder, join(folder, file)))
    .sort();
}
