import { type ChildProcess, spawn } from 'node:child_process';
import { openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PortalUser } from '../../support/PortalUser';
import { waitUntil } from '../../support/waitUntil';
import type { NewApp } from './NewApp';

const READY_TIMEOUT_MS = 180_000;
const LOG = 'backend.log';

/** The backend of a new app, which serves the built front end too. */
export class AppBackend {
  /** Starts it and waits until it is ready. */
  static async start(
    app: NewApp,
    options: { url: string; env: Record<string, string> },
  ): Promise<AppBackend> {
    const backend = new AppBackend(
      app,
      options.url,
      startProcess(app, options.env),
    );
    try {
      await backend.waitUntilReady();
    } catch (error) {
      await backend.stop();
      throw new Error(`${error}\n${backend.complaints}`);
    }
    return backend;
  }

  private constructor(
    private readonly app: NewApp,
    readonly url: string,
    private readonly process: ChildProcess,
  ) {}

  /** Signs in as the guest that a new app lets in. */
  async signIn(): Promise<PortalUser> {
    const response = await fetch(`${this.url}/api/auth/guest/refresh`, {
      headers: { 'X-Requested-With': 'XMLHttpRequest' },
    });
    const { backstageIdentity } = await response.json();
    return PortalUser.withToken(this.url, backstageIdentity.token);
  }

  /** The end of its log, without mere requests. */
  get complaints(): string {
    const lines = readFileSync(join(this.app.folder, LOG), 'utf8').split('\n');
    return lines
      .filter(line => !line.includes('incomingRequest'))
      .slice(-40)
      .join('\n');
  }

  /** Ends it. */
  async stop(): Promise<void> {
    const { process: child } = this;
    if (child.exitCode === null && child.signalCode === null) {
      const ended = new Promise(resolve => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    }
  }

  private async waitUntilReady(): Promise<void> {
    await waitUntil('the backend is ready', () => this.isReady(), {
      timeoutMs: READY_TIMEOUT_MS,
      everyMs: 250,
    });
  }

  private async isReady(): Promise<boolean> {
    if (this.process.exitCode !== null) {
      throw new Error('the backend ended');
    }
    const response = await fetch(
      `${this.url}/.backstage/health/v1/readiness`,
    ).catch(() => undefined);
    return response?.ok ?? false;
  }
}

// As `yarn start` runs it, without the watcher around it: a signal meets the backend itself.
function startProcess(app: NewApp, env: Record<string, string>): ChildProcess {
  const transform = 'node_modules/@backstage/cli-node/config/nodeTransform.cjs';
  const log = openSync(join(app.folder, LOG), 'w');
  const args = [
    ...['--require', join(app.folder, transform)],
    'src/index',
    ...app.configFiles.flatMap(file => ['--config', join(app.folder, file)]),
  ];
  return spawn(process.execPath, args, {
    cwd: join(app.folder, 'packages', 'backend'),
    env: { ...process.env, NODE_ENV: 'development', ...env },
    stdio: ['ignore', log, log],
  });
}
