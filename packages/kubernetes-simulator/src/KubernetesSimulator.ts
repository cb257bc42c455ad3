import { randomBytes } from 'node:crypto';
import type { Clock } from './clock';
import { SystemClock } from './clock';
import type { SparkUse } from './controllers/spark/SparkUse';
import type { ForbidRule } from './faults/Faults';
import { Faults } from './faults/Faults';
import { kubeConfigYaml } from './kubeConfigYaml';
import { StateFile } from './persistence/StateFile';
import { StateLines } from './persistence/StateLines';
import { ApiServer } from './server/ApiServer';
import { WatchSessions } from './server/watch/WatchSessions';
import { SimulatedCluster } from './SimulatedCluster';
import type { KubernetesSimulatorOptions } from './SimulatorOptions';

const USER = 'kubernetes-simulator';

/**
 * A Kubernetes cluster that only pretends: a real API over HTTP on 127.0.0.1, with controllers, nodes and Spark drivers
 * that are simulated behind it. For demos and tests.
 *
 * @public
 */
export class KubernetesSimulator {
  private constructor(
    /** The clock that everything in the cluster follows. */
    readonly clock: Clock,
    private readonly cluster: SimulatedCluster,
    private readonly server: ApiServer,
    private readonly watches: WatchSessions,
    private readonly faults: Faults,
    private readonly stateFile: StateFile | undefined,
    private readonly token: string,
  ) {}

  /** Starts a cluster, or goes on with the one in the state file. */
  static async start(
    options: KubernetesSimulatorOptions = {},
  ): Promise<KubernetesSimulator> {
    assertNotProduction(options);
    const clock = options.clock ?? new SystemClock();
    const saved = options.stateFile
      ? StateFile.load(options.stateFile)
      : undefined;
    const token =
      options.token ?? saved?.token ?? randomBytes(24).toString('base64url');
    const cluster = SimulatedCluster.create(clock, options, saved);
    const { store, registry, logs, proxy } = cluster;
    const watches = WatchSessions.create(store);
    const faults = new Faults();
    const tokens = new Map([[token, USER]]);
    const server = await ApiServer.start(
      { clock, store, registry, faults, logs, watches, proxy, tokens },
      options.port ?? 0,
    );
    const stateFile = options.stateFile
      ? keepState(options.stateFile, cluster, token)
      : undefined;
    cluster.controllers.start();
    return new KubernetesSimulator(
      clock,
      cluster,
      server,
      watches,
      faults,
      stateFile,
      token,
    );
  }

  /** Where the API is. */
  get url(): string {
    return this.server.url;
  }

  /** A kubeconfig that leads here. */
  kubeConfigYaml(): string {
    return kubeConfigYaml(this.url, this.token);
  }

  /** Ends everything; with a state file, the next start goes on from here. */
  async stop(): Promise<void> {
    this.cluster.controllers.stop();
    await this.server.close();
    await this.stateFile?.close();
  }

  /**
   * The API server goes away, while the cluster runs on. By default connections are cut and refused; with `hang`, those
   * that are open stay open and nothing is answered.
   */
  async goAway(options: { hang?: boolean } = {}): Promise<void> {
    if (options.hang) {
      this.faults.hanging = true;
      this.watches.freeze({ newOnesToo: true });
    } else await this.server.close();
  }

  /** The API server is back. */
  async comeBack(): Promise<void> {
    this.faults.hanging = false;
    this.watches.thaw();
    await this.server.listen();
  }

  /** Makes every answer late; zero ends it. */
  slowAnswers(milliseconds: number): void {
    this.faults.delay = milliseconds;
  }

  /**
   * Open watches fall silent for good without being closed, as when a connection dies half open. With `newOnesToo`, later
   * ones as well, until {@link KubernetesSimulator.thawWatches}.
   */
  freezeWatches(options: { newOnesToo?: boolean } = {}): void {
    this.watches.freeze({ newOnesToo: options.newOnesToo ?? false });
  }

  /** New watches work again; frozen ones stay frozen. */
  thawWatches(): void {
    this.watches.thaw();
  }

  /** How many watches are open. */
  get openWatches(): number {
    return this.watches.count;
  }

  /**
   * Refuses requests with 403; what a rule leaves out matches everything.
   *
   * @returns a function that allows them again
   */
  forbid(rule: ForbidRule): () => void {
    return this.faults.forbid(rule);
  }

  /** Forgets the past, so that watches and lists that go on from it get 410. */
  compact(): void {
    this.cluster.store.compact();
  }

  /** Has a driver tell that it is used like this, or not at all, whatever its executors do. */
  useSpark(
    driver: { namespace: string; pod: string },
    use: Partial<SparkUse>,
  ): void {
    this.cluster.uses.set(`${driver.namespace}/${driver.pod}`, {
      runningJobs: 0,
      ...use,
    });
  }

  /** A node falls silent. Kubernetes finds out after 46 s, and gives its pods up as they tolerate it. */
  loseNode(name: string): void {
    this.cluster.controllers.nodes.lose(name);
  }

  /** A lost node is back. */
  recoverNode(name: string): void {
    this.cluster.controllers.nodes.recover(name);
  }
}

function keepState(
  path: string,
  { store, logs }: SimulatedCluster,
  token: string,
): StateFile {
  const lines = new StateLines(store, logs, token);
  const file = StateFile.create(path, lines);
  store.subscribe(event => {
    lines.note(event);
    file.touch();
  });
  logs.record((uid, line) => {
    lines.noteLog(uid, line);
    file.touch();
  });
  return file;
}

function assertNotProduction(options: KubernetesSimulatorOptions): void {
  if (process.env.NODE_ENV !== 'production' || options.allowProduction) return;
  throw new Error(
    'The Kubernetes simulator does not start where NODE_ENV is production, since nothing in it is real; the option allowProduction permits it',
  );
}
