import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, delimiter, dirname, join, resolve } from 'node:path';
import { run } from './run';

const root = resolve(__dirname, '..', '..', '..');
const cli = require.resolve('@backstage/cli/package.json');
// Where the commands of all packages are.
const commands = resolve(dirname(cli), '..', '..', '.bin');

// The repository's, whether the machine has one or not.
const YARN = ['--yes', '--package', '@yarnpkg/cli-dist@4.13.0', 'yarn'];
const LEFT_OUT = ['node_modules', 'dist', 'coverage'];

/** What `package.json` says in a tarball. */
export interface Manifest {
  name: string;
  version: string;
  scripts?: Record<string, string>;
}

/** A plugin as it would be published. */
export interface PackedPlugin {
  name: string;
  version: string;
  /** File with the package. */
  tarball: string;
  /** Its `package.json`. */
  manifest: Manifest;
}

/**
 * Builds and packs all plugins with `yarn pack`, in a copy: packing rewrites `package.json`, and this folder is worked in.
 * Each run has a version of its own, so that no cache has another of that version.
 *
 * @param target - folder for the tarballs
 */
export async function packPlugins(target: string): Promise<PackedPlugin[]> {
  // Below the repository, whose node_modules serve the copy too.
  const copy = join(root, '.cache', 'install', `repository-${process.pid}`);
  try {
    const folders = copyPlugins(copy);
    await run(join(commands, 'tsc'), ['--pretty', 'false'], { cwd: copy });
    const packed = [];
    for (const folder of folders) {
      packed.push(await packPlugin(folder, target));
    }
    return packed;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function copyPlugins(copy: string): string[] {
  cpSync(join(root, 'plugins'), join(copy, 'plugins'), {
    recursive: true,
    filter: path => !LEFT_OUT.includes(basename(path)),
  });
  const simulator = 'packages/kubernetes-simulator';
  const files = ['package.json', 'yarn.lock', '.yarnrc.yml'];
  // Some have the simulator as a dependency of their tests.
  for (const file of [...files, `${simulator}/package.json`]) {
    cpSync(join(root, file), join(copy, file));
  }
  writeJson(join(copy, 'tsconfig.json'), {
    extends: '@backstage/cli/config/tsconfig.json',
    include: ['plugins/*/src'],
    exclude: ['**/*.test.*', '**/__testUtils__', '**/setupTests.ts'],
    compilerOptions: {
      outDir: 'dist-types',
      rootDir: '.',
      jsx: 'react-jsx',
      incremental: false,
    },
  });
  const version = `0.1.${Math.round(Date.now() / 1000)}`;
  return readdirSync(join(copy, 'plugins')).map(name => {
    const folder = join(copy, 'plugins', name);
    const manifest = changeManifest(folder, { version });
    const link = join(copy, 'node_modules', manifest.name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(folder, link);
    return folder;
  });
}

async function packPlugin(
  folder: string,
  target: string,
): Promise<PackedPlugin> {
  const env = {
    ...process.env,
    PATH: `${commands}${delimiter}${process.env.PATH}`,
  };
  const backstageCli = (command: string) =>
    run(join(commands, 'backstage-cli'), ['package', command], {
      cwd: folder,
      env,
    });
  await backstageCli('build');
  await backstageCli('prepack');
  // `yarn pack` would run it again, and does not find its command without an installation of the copy.
  changeManifest(folder, { scripts: {} });
  const tarball = join(target, `${basename(folder)}.tgz`);
  await run('npx', [...YARN, 'pack', '--out', tarball], { cwd: folder, env });
  const packed = ['-xzOf', tarball, 'package/package.json'];
  const manifest: Manifest = JSON.parse(
    await run('tar', packed, { cwd: folder }),
  );
  return { ...manifest, tarball, manifest };
}

function changeManifest(folder: string, changes: Partial<Manifest>): Manifest {
  const file = join(folder, 'package.json');
  const manifest: Manifest = {
    ...JSON.parse(readFileSync(file, 'utf8')),
    ...changes,
  };
  writeJson(file, manifest);
  return manifest;
}

function writeJson(file: string, content: object): void {
  writeFileSync(file, JSON.stringify(content, null, 2));
}
