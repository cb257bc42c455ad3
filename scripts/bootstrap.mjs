// Makes a fresh machine with only Node ready: the pinned Yarn, the dependencies, `yarn` for child processes.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const yarnPackage = '@yarnpkg/cli-dist@4.13.0';
const installed = join(root, 'node_modules', '.yarn-state.yml');
const sqlite = join(root, 'node_modules/better-sqlite3/build/Release');

/** Says what is going on, apart from what the tools print. */
export function say(message) {
  process.stderr.write(`compute-clusters: ${message}\n`);
}

function isInstalled() {
  if (!existsSync(installed)) return false;
  return (
    statSync(installed).mtimeMs >= statSync(join(root, 'yarn.lock')).mtimeMs
  );
}

// Node 20 needs a SQLite that is compiled for it (docs/decisions/0012-node-versions.md). It is not there when another Node
// has installed.
function lacksSqlite() {
  return process.versions.napi < 10 && !existsSync(sqlite);
}

function runYarn(env, ...args) {
  // The package is named apart from its command: inside another npx, the short form is taken for a command.
  const npx = spawnSync(
    'npx',
    ['--yes', '--package', yarnPackage, 'yarn', ...args],
    {
      cwd: root,
      env,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    },
  );
  if (npx.status !== 0) {
    say('the installation failed: its messages are above');
    process.exit(npx.status ?? 1);
  }
}

function install(env) {
  say(
    'installing dependencies with Yarn 4.13.0 (once; 3 minutes on a fresh machine)',
  );
  runYarn(env, 'install', '--immutable');
  const now = new Date();
  utimesSync(installed, now, now);
  say('dependencies are installed');
}

// Some of Backstage's tools call `yarn`, which a fresh machine does not have.
function environmentWithYarn() {
  const shims = join(root, '.cache', 'bin');
  mkdirSync(shims, { recursive: true });
  const call = `npx --yes --package ${yarnPackage} yarn`;
  writeFileSync(join(shims, 'yarn'), `#!/bin/sh\nexec ${call} "$@"\n`, {
    mode: 0o755,
  });
  writeFileSync(join(shims, 'yarn.cmd'), `@${call} %*\r\n`);
  return {
    ...nodeHeaders(),
    ...process.env,
    PATH: `${shims}${delimiter}${process.env.PATH}`,
  };
}

// What is compiled takes the headers that came with Node, instead of loading them from nodejs.org.
function nodeHeaders() {
  const prefix = dirname(dirname(process.execPath));
  return existsSync(join(prefix, 'include', 'node', 'node.h'))
    ? { npm_config_nodedir: prefix }
    : {};
}

/** Installs what is missing; gives the environment for child processes. */
export function bootstrap() {
  const env = environmentWithYarn();
  if (!isInstalled()) install(env);
  if (lacksSqlite()) runYarn(env, 'rebuild', 'better-sqlite3');
  return env;
}

/** Backstage's command line tool, to be run with this Node. */
export const backstageCli = join(
  root,
  'node_modules',
  '@backstage',
  'cli',
  'bin',
  'backstage-cli',
);

if (process.argv[1] === fileURLToPath(import.meta.url)) bootstrap();
