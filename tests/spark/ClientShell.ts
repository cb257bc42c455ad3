import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = dirname(dirname(__dirname));
const constraints = join(__dirname, 'client-constraints.txt');
const INSTALL = { timeout: 600_000 };
const RUN = { timeout: 300_000, maxBuffer: 16 * 1024 * 1024 };

/** A user's terminal with a virtual environment and an empty folder, in which copied lines run as they are. */
export class ClientShell {
  /** Opens one; the environment is kept in `.cache` by its name, for the next time. */
  static async open(name: string): Promise<ClientShell> {
    const environment = join(root, '.cache', `clients-${name}`);
    if (!existsSync(join(environment, 'bin', 'python'))) {
      await run('python3', ['-m', 'venv', environment]);
    }
    return new ClientShell(environment);
  }

  /** Where it runs. */
  readonly folder = mkdtempSync(join(tmpdir(), 'compute-clusters-client-'));

  private constructor(private readonly environment: string) {}

  /** Runs the line of a card that installs, with the versions that the tests know. */
  async install(line: string): Promise<void> {
    const options = { ...INSTALL, env: this.variables({}), cwd: this.folder };
    await run('bash', ['-ec', this.entered(line)], options);
  }

  /** Runs lines of a shell, and gives what they print. */
  async sh(
    lines: string,
    variables: Record<string, string> = {},
  ): Promise<string> {
    const options = { ...RUN, env: this.variables(variables) };
    const { stdout } = await run('bash', ['-ec', this.entered(lines)], {
      ...options,
      cwd: this.folder,
    });
    return stdout;
  }

  /** Runs a program in Python, and gives what it prints. */
  async python(
    program: string,
    variables: Record<string, string> = {},
  ): Promise<string> {
    this.write('program.py', program);
    return await this.sh('python program.py', variables);
  }

  /** Writes a file into the folder. */
  write(name: string, text: string): void {
    const path = join(this.folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Lines that run in the virtual environment, or not at all: what starts this process may change PATH again. */
  private entered(lines: string): string {
    const activate = join(this.environment, 'bin', 'activate');
    return `source '${activate}'
[ "$(python -c 'import sys; print(sys.prefix)')" = '${this.environment}' ]
${lines}`;
  }

  private variables(more: Record<string, string>): NodeJS.ProcessEnv {
    return {
      ...process.env,
      PIP_CONSTRAINT: constraints,
      PIP_QUIET: '1',
      // Never into a Python of the machine.
      PIP_REQUIRE_VIRTUALENV: '1',
      DBT_PROFILES_DIR: this.folder,
      DBT_SEND_ANONYMOUS_USAGE_STATS: 'false',
      ...more,
    };
  }
}
