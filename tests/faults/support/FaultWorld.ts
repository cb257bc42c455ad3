import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockCredentials } from '@backstage/backend-test-utils';
import {
  KubernetesSimulator,
  type KubernetesSimulatorOptions,
} from '@compute-clusters/kubernetes-simulator';
import { KubeConfig } from '@kubernetes/client-node';
import { PortalUser } from '../../support/PortalUser';
import { BackendProcess } from './BackendProcess';
import { bundleBackend } from './bundleBackend';
import { Team } from './Team';

/** As fast as it can be: tests wait for conditions, not for Spark. */
const TIMINGS = {
  scheduling: 1,
  containerStart: 5,
  driverReady: 30,
  termination: 20,
};

const LINES = 40;

/** How a test wants its world. */
export interface FaultWorldOptions {
  simulator?: KubernetesSimulatorOptions;
  /** Of `computeClusters`, besides what the world sets itself. */
  computeClusters?: object;
  /** Backstage's `backend.database`; SQLite files of the world unless told. */
  database?: object;
  /** Of `computeClusters.namespaces`. */
  namespaces?: object[];
}

const NAMESPACES = [
  { name: 'data-eng', owner: 'group:default/data-engineering' },
];

/** A Kubernetes that lives in the test's process, and backends that die in their own. */
export class FaultWorld {
  static async create(options: FaultWorldOptions = {}): Promise<FaultWorld> {
    const file = await bundleBackend();
    const simulator = await KubernetesSimulator.start({
      namespaces: ['data-eng'],
      ...options.simulator,
      timings: { ...TIMINGS, ...options.simulator?.timings },
    });
    const kubeconfig = simulator.kubeConfigYaml();
    return new FaultWorld(file, kubeconfig, options, simulator);
  }

  /** One on a real Kubernetes; what runs there is the test's to remove. */
  static async on(
    kubeconfig: string,
    options: FaultWorldOptions,
  ): Promise<FaultWorld> {
    const file = await bundleBackend();
    return new FaultWorld(file, readFileSync(kubeconfig, 'utf8'), options);
  }

  /** Past the product. */
  readonly kubeConfig = new KubeConfig();
  private readonly directory = mkdtempSync(join(tmpdir(), 'compute-faults-'));
  private readonly backends: BackendProcess[] = [];

  private constructor(
    private readonly file: string,
    kubeconfig: string,
    private readonly options: FaultWorldOptions,
    private readonly simulated?: KubernetesSimulator,
  ) {
    this.kubeConfig.loadFromString(kubeconfig);
    writeFileSync(this.kubeconfigPath, kubeconfig, { mode: 0o600 });
  }

  /**
   * To make things go wrong.
   *
   * @throws where Kubernetes is a real one
   */
  get simulator(): KubernetesSimulator {
    if (!this.simulated) {
      throw new Error('This Kubernetes is a real one');
    }
    return this.simulated;
  }

  /** Where the plugin keeps its data. */
  get databaseFile(): string {
    return join(this.directory, 'compute-clusters.sqlite');
  }

  /** The last that backends said, requests left out. */
  get lastWords(): string {
    return readFileSync(this.logFile, 'utf8')
      .split('\n')
      .filter(line => !line.includes('incomingRequest'))
      .slice(-LINES)
      .join('\n');
  }

  private get logFile(): string {
    return join(this.directory, 'backend.log');
  }

  /** A backend that begins to load. */
  load(changes: Partial<FaultWorldOptions> = {}): BackendProcess {
    const backend = BackendProcess.load({
      file: this.file,
      logFile: this.logFile,
      config: this.config({ ...this.options, ...changes }),
    });
    this.backends.push(backend);
    return backend;
  }

  /** Somebody who uses the backend at this address. */
  user(backendUrl: string, name = 'data-engineer'): PortalUser {
    return PortalUser.withToken(
      backendUrl,
      mockCredentials.user.token(`user:default/${name}`),
    );
  }

  /** Starts a backend, and has a team use it. */
  async team(backend: BackendProcess, name?: string): Promise<Team> {
    const user = this.user(await backend.start(), name);
    return new Team(user, this.kubeConfig);
  }

  /** Ends everything and leaves nothing behind. */
  async stop(): Promise<void> {
    await Promise.all(this.backends.map(backend => backend.kill()));
    await this.simulated?.stop();
    rmSync(this.directory, { recursive: true, force: true });
    rmSync(this.file, { force: true });
  }

  private get kubeconfigPath(): string {
    return join(this.directory, 'kubeconfig');
  }

  private config(options: FaultWorldOptions): object {
    const { database, namespaces, computeClusters } = options;
    return {
      backend: {
        baseUrl: 'http://localhost',
        database: database ?? {
          client: 'better-sqlite3',
          connection: { directory: this.directory },
        },
      },
      computeClusters: {
        kubernetes: {
          clusters: [
            {
              name: 'demo',
              kubeconfig: { path: this.kubeconfigPath },
              createNamespaces: this.simulated === undefined,
            },
          ],
        },
        namespaces: namespaces ?? NAMESPACES,
        admins: ['group:default/platform'],
        ...computeClusters,
      },
    };
  }
}
