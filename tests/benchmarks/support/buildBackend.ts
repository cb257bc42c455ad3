import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

const root = dirname(dirname(dirname(__dirname)));
// Below the repository, whose node_modules serve as the dependencies of the bundle.
const directory = join(root, '.cache', 'backend');

/**
 * Builds the demo portal's backend as it is deployed, and unpacks it: without the compilers of development in its
 * memory.
 *
 * @returns the folder to start it in
 */
export function buildBackend(): string {
  const backend = join(root, 'packages', 'backend');
  execFileSync(
    process.execPath,
    [
      join(root, 'node_modules/@backstage/cli/bin/backstage-cli'),
      'package',
      'build',
    ],
    { cwd: backend, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(join(directory, 'node_modules', '@compute-clusters'), {
    recursive: true,
  });
  for (const archive of ['skeleton', 'bundle']) {
    const file = join(backend, 'dist', `${archive}.tar.gz`);
    execFileSync('tar', ['-xzf', file, '-C', directory]);
  }
  ['packages', 'plugins'].forEach(linkPackages);
  symlinkSync(join(root, 'examples'), join(directory, 'examples'));
  return join(directory, 'packages', 'backend');
}

function linkPackages(folder: string): void {
  for (const entry of readdirSync(join(directory, folder))) {
    const target = join(directory, folder, entry);
    const manifest = readFileSync(join(target, 'package.json'), 'utf8');
    const { name } = JSON.parse(manifest);
    symlinkSync(target, join(directory, 'node_modules', name));
  }
}
