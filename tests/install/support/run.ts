import { spawn } from 'node:child_process';

/** Where and how a command runs. */
export interface RunOptions {
  cwd: string;
  env?: NodeJS.ProcessEnv;
  /** What it reads from its standard input; nothing by default. */
  input?: string;
}

const SHOWN_LINES = 40;
// Some tools print the line of a bundle that threw.
const SHOWN_COLUMNS = 300;

/**
 * Runs a command to its end.
 *
 * @returns what it printed
 * @throws with the end of what it printed, when it fails
 */
export async function run(
  command: string,
  args: string[],
  { cwd, env = process.env, input }: RunOptions,
): Promise<string> {
  // Jest's own would make builds for tests.
  const child = spawn(command, args, {
    cwd,
    env: { ...env, NODE_ENV: undefined },
  });
  const stdout: Buffer[] = [];
  const all: Buffer[] = [];
  child.stdout.on('data', data => stdout.push(data));
  child.stdout.on('data', data => all.push(data));
  child.stderr.on('data', data => all.push(data));
  child.stdin.end(input);
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) {
    const lines = Buffer.concat(all).toString().split('\n');
    const end = lines
      .slice(-SHOWN_LINES)
      .map(line => line.slice(0, SHOWN_COLUMNS));
    throw new Error(
      [`${[command, ...args].join(' ')} ended with ${code}`, ...end].join('\n'),
    );
  }
  return Buffer.concat(stdout).toString();
}
