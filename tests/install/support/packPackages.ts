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
  license?: string;
  main?: string;
  types?: string;
  bin?: string;
  configSchema?: string;
  exports?: Record<string, string | Record<string, string>>;
  scripts?: Record<string, string>;
  dependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
}

/** A package as it would be published. */
export interface PackedPackage {
  /** Its folder, relative to the repository. */
  folder: string;
  name: string;
  version: string;
  /** File with the package. */
  tarball: string;
  /** Folder with what the tarball holds. */
  unpacked: string;
  /** Its `package.json`. */
  manifest: Manifest;
}

/** The folders of the packages that are published, relative to the repository: the plugins, and the simulator. */
export const publishedFolders: readonly string[] = [
  ...readdirSync(join(root, 'plugins')).map(name => `plugins/${name}`),
  'packages/kubernetes-simulator',
];

/**
 * Builds and packs all of them with `yarn pack`, in a copy: packing rewrites `package.json`, and this folder is worked in.
 * Each run has a version of its own, so that no cache has another of that version.
 *
 * @param target - folder for the tarballs
 */
export async function packPackages(target: string): Promise<PackedPackage[]> {
  // Below the repository, whose node_modules serve the copy too.
  const copy = join(root, '.cache', 'install', `repository-${process.pid}`);
  try {
    copySources(copy);
    await run(join(commands, 'tsc'), ['--pretty', 'false'], { cwd: copy });
    // All at once: most of a build is the start of its tools.
    await backstageCli(['repo', 'build'], copy);
    const packed = [];
    for (const folder of publishedFolders) {
      packed.push(await packPackage(copy, folder, target));
    }
    return packed;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function copySources(copy: string): void {
  for (const file of ['package.json', 'yarn.lock', '.yarnrc.yml']) {
    cpSync(join(root, file), join(copy, file));
  }
  writeJson(join(copy, 'tsconfig.json'), {
    extends: '@backstage/cli/config/tsconfig.json',
    include: ['plugins/*/src', 'packages/*/src'],
    exclude: ['**/*.test.*', '**/__testUtils__', '**/setupTests.ts'],
    compilerOptions: {
      outDir: 'dist-types',
      rootDir: '.',
      jsx: 'react-jsx',
      incremental: false,
    },
  });
  const version = `0.1.${Math.round(Date.now() / 1000)}`;
  for (const folder of publishedFolders) {
    copyPackage(join(copy, folder), folder, version);
  }
}

function copyPackage(target: string, folder: string, version: string): void {
  cpSync(join(root, folder), target, {
    recursive: true,
    filter: path => !LEFT_OUT.includes(basename(path)),
  });
  const { name } = changeManifest(target, { version });
  const link = join(target, '..', '..', 'node_modules', name);
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync(target, link);
}

async function packPackage(
  copy: string,
  folder: string,
  target: string,
): Promise<PackedPackage> {
  const cwd = join(copy, folder);
  await backstageCli(['package', 'prepack'], cwd);
  // `yarn pack` would run it again, and does not find its command without an installation of the copy.
  changeManifest(cwd, { scripts: {} });
  const tarball = join(target, `${basename(folder)}.tgz`);
  await run('npx', [...YARN, 'pack', '--out', tarball], { cwd });
  const unpacked = await unpack(tarball);
  const manifest: Manifest = JSON.parse(
    readFileSync(join(unpacked, 'package.json'), 'utf8'),
  );
  return { ...manifest, folder, tarball, unpacked, manifest };
}

function backstageCli(args: string[], cwd: string): Promise<string> {
  const env = {
    ...process.env,
    PATH: `${commands}${delimiter}${process.env.PATH}`,
  };
  return run(join(commands, 'backstage-cli'), args, { cwd, env });
}

async function unpack(tarball: string): Promise<string> {
  const cwd = tarball.replace(/\.tgz$/, '');
  mkdirSync(cwd);
  await run('tar', ['-xzf', tarball], { cwd });
  return join(cwd, 'package');
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
