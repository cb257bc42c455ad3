// A private PostgreSQL for one test run, when the machine has its binaries.
import { spawnSync } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

function findBinaries() {
  const base = '/usr/lib/postgresql';
  const versions = existsSync(base) ? readdirSync(base).sort().reverse() : [];
  return versions
    .map(version => join(base, version, 'bin'))
    .find(bin => existsSync(join(bin, 'pg_ctl')));
}

// PostgreSQL refuses to run as root: Debian's package brings the user postgres.
function findUser() {
  if (userInfo().uid !== 0) return undefined;
  const id = flag => Number(spawnSync('id', [flag, 'postgres']).stdout);
  const user = { uid: id('-u'), gid: id('-g') };
  return user.uid ? user : null;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Starts it; gives `{ url, halt, resume, stop }`, or undefined where there is no PostgreSQL. */
export async function startPostgres() {
  const bin = findBinaries();
  const user = findUser();
  if (!bin || user === null) return undefined;
  const directory = mkdtempSync(join(tmpdir(), 'compute-clusters-postgres-'));
  if (user) chownSync(directory, user.uid, user.gid);
  const run = (command, ...args) => {
    const result = spawnSync(join(bin, command), args, {
      ...user,
      cwd: directory,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    if (result.status !== 0) throw new Error(`${command}: ${result.stderr}`);
  };
  const data = join(directory, 'data');
  const port = await freePort();
  run('initdb', '-D', data, '-U', 'postgres', '--auth=trust', '--no-sync');
  const options = `-h 127.0.0.1 -p ${port} -k ${directory} -c fsync=off -c max_connections=300`;
  const log = join(directory, 'log');
  const resume = () =>
    run('pg_ctl', '-D', data, '-l', log, '-w', '-o', options, 'start');
  const halt = () => run('pg_ctl', '-D', data, '-m', 'immediate', 'stop');
  resume();
  return {
    url: `postgresql://postgres@127.0.0.1:${port}`,
    halt,
    resume,
    stop() {
      halt();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
