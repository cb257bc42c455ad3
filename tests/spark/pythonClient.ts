import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = dirname(dirname(__dirname));
// The newest on PyPI; Spark Connect serves clients of other versions too.
const CLIENT = 'pyspark-client==4.2.0';
const environment = join(root, '.cache', CLIENT.replace('==', '-'));
const python = join(environment, 'bin', 'python');

/** Makes the virtual environment with the real Spark Connect client, once. */
export async function installPythonClient(): Promise<void> {
  if (!existsSync(python)) {
    await run('python3', ['-m', 'venv', environment]);
  }
  const pip = ['-m', 'pip', 'install', '--quiet', CLIENT];
  await run(python, pip, { timeout: 600_000 });
}

/** Where Spark Connect answers on this machine. */
export interface ConnectAddress {
  port: number;
  token: string;
}

/** Runs the query as a user would: with an address and the cluster's token. */
export async function runQuery(connect: ConnectAddress): Promise<string> {
  return await runScript('query.py', connect);
}

/** Runs a script of this folder with the real client. */
export async function runScript(
  script: string,
  connect: ConnectAddress,
): Promise<string> {
  const { stdout } = await run(python, [join(__dirname, script)], {
    timeout: 300_000,
    env: {
      ...process.env,
      SPARK_REMOTE: `sc://localhost:${connect.port}/;token=${connect.token}`,
    },
  });
  return stdout.trim();
}
