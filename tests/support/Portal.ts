import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './freePort';
import { commandOf, type PortalOptions } from './portalProcess';
import { waitUntil } from './waitUntil';

const READY_TIMEOUT_MS = 180_000;

/** A demo portal of a test: own processes, ports and databases. */
export class Portal {
  /** Starts one and waits until a user can sign in. */
  static async start(options: PortalOptions): Promise<Portal> {
    const portal = new Portal(options, await freePort(), await freePort());
    try {
      await portal.startProcess();
    } catch (error) {
      await portal.stop();
      throw error;
    }
    return portal;
  }

  /** How long the last start took. */
  readyAfterMs = 0;
  private process?: ChildProcess;
  /** Where its databases are. */
  readonly dataDirectory = mkdtempSync(
    join(tmpdir(), 'compute-clusters-portal-'),
  );

  private constructor(
    private readonly options: PortalOptions,
    private readonly appPort: number,
    private readonly backendPort: number,
  ) {}

  /** Where the browser goes. */
  get appUrl(): string {
    return `http://localhost:${this.appPort}`;
  }

  /** Where the API is. */
  get backendUrl(): string {
    return `http://localhost:${this.backendPort}`;
  }

  /** The process that was started: of a portal without front end, the backend itself. */
  get pid(): number {
    if (!this.process?.pid) {
      throw new Error('the portal does not run');
    }
    return this.process.pid;
  }

  /** A crash: nothing can be tidied up. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Starts it again, on what it has stored. */
  async restart(): Promise<void> {
    await this.startProcess();
  }

  /** Stops it and removes what it has stored. */
  async stop(): Promise<void> {
    await this.end('SIGTERM');
    rmSync(this.dataDirectory, { recursive: true, force: true });
  }

  private get logFile(): string {
    return join(this.dataDirectory, 'portal.log');
  }

  private async startProcess(): Promise<void> {
    const since = performance.now();
    const log = openSync(this.logFile, 'a');
    const { args, cwd } = commandOf(this.options);
    this.process = spawn(process.execPath, args, {
      cwd,
      env: this.environment,
      stdio: ['ignore', log, log],
    });
    await this.waitUntilReady();
    this.readyAfterMs = performance.now() - since;
  }

  private async waitUntilReady(): Promise<void> {
    await waitUntil('the portal is ready', () => this.isReady(), {
      timeoutMs: READY_TIMEOUT_MS,
      everyMs: 250,
    }).catch(error => {
      throw new Error(`${error}\n${this.complaints}`);
    });
  }

  private async isReady(): Promise<boolean> {
    if (this.process?.exitCode !== null) {
      throw new Error('the portal ended');
    }
    const users = ['data-engineer', 'platform-admin'];
    const urls = [
      `${this.backendUrl}/.backstage/health/v1/readiness`,
      ...users.map(
        user => `${this.backendUrl}/api/auth/demo/refresh?user=${user}`,
      ),
      ...(this.options.frontend ? [this.appUrl] : []),
    ];
    for (const url of urls) {
      if (!(await answers(url))) {
        return false;
      }
    }
    return true;
  }

  /** The last of its log that is not a mere request. */
  private get complaints(): string {
    const lines = readFileSync(this.logFile, 'utf8').split('\n');
    return lines
      .filter(line => !line.includes('incomingRequest'))
      .slice(-20)
      .join('\n');
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.process;
    if (!child || child.exitCode !== null || child.signalCode !== null) {
      return;
    }
    const ended = new Promise(resolve => child.once('exit', resolve));
    child.kill(signal);
    await ended;
  }

  /** The environment of its processes: ports, databases, Kubernetes. */
  get environment(): NodeJS.ProcessEnv {
    return {
      ...process.env,
      // Jest's own value would switch the portal's logger off.
      NODE_ENV: 'development',
      PORT: String(this.appPort),
      BACKEND_PORT: String(this.backendPort),
      DATA_DIRECTORY: this.dataDirectory,
      COMPUTE_CLUSTERS_KUBECONFIG: this.options.kubeconfig ?? '',
      APP_CONFIG_app_baseUrl: JSON.stringify(this.appUrl),
      APP_CONFIG_backend_baseUrl: JSON.stringify(this.backendUrl),
      APP_CONFIG_backend_listen_port: String(this.backendPort),
      APP_CONFIG_backend_cors_origin: JSON.stringify(this.appUrl),
      APP_CONFIG_backend_database_connection_directory: JSON.stringify(
        this.dataDirectory,
      ),
      APP_CONFIG_kubernetesSimulator_stateFile: JSON.stringify(
        join(this.dataDirectory, 'kubernetes.json'),
      ),
      ...this.options.environment,
    };
  }
}

async function answers(url: string): Promise<boolean> {
  const headers = { 'X-Requested-With': 'XMLHttpRequest' };
  const response = await fetch(url, { headers }).catch(() => undefined);
  return response?.ok ?? false;
}
