import { isDeepStrictEqual } from 'node:util';
import { ClusterObjects } from '../../support/ClusterObjects';
import type { PortalUser } from '../../support/PortalUser';
import { waitUntil } from '../../support/waitUntil';
import type { BackendProcess } from '../support/BackendProcess';
import { DriverCensus } from '../support/DriverCensus';
import type { FaultWorld } from '../support/FaultWorld';
import { orphansIn } from '../support/orphansIn';
import type { SeededRandom } from '../support/SeededRandom';
import { StoreFile } from '../support/StoreFile';
import { answerTo } from './answers';
import { ClusterUnderFire, type Tally } from './ClusterUnderFire';

const NAMES = ['one', 'two', 'three', 'four'];
const LONGEST_FIRE_MILLISECONDS = 400;
const LONGEST_START_MILLISECONDS = 300;
const CONVERGED = { timeoutMs: 30_000, everyMs: 20 };
const NAMESPACE = 'data-eng';
const ACTIVITY_PAGE = 100;

/** Rounds of random commands, kill -9, a new backend and a look at everything. */
export class Battle {
  /** Begins with a backend that runs and another one that is loaded. */
  static async begin(world: FaultWorld): Promise<Battle> {
    const backend = world.load();
    const census = await DriverCensus.start(world.kubeConfig);
    const user = world.user(await backend.start());
    return new Battle(world, census, backend, user);
  }

  readonly tally: Tally = { acknowledged: 0, refused: 0, unanswered: 0 };
  private readonly store: StoreFile;
  private clusters = NAMES.map(name => new ClusterUnderFire(name, this.tally));
  private readonly gone: ClusterUnderFire[] = [];
  private next: BackendProcess;

  private constructor(
    private readonly world: FaultWorld,
    private readonly census: DriverCensus,
    private backend: BackendProcess,
    private user: PortalUser,
  ) {
    this.store = new StoreFile(world.databaseFile);
    this.next = world.load();
  }

  /**
   * One round.
   *
   * @throws what was lost, doubled or left behind
   */
  async fight(random: SeededRandom): Promise<void> {
    // Loading takes both processors: what is fired at would get nowhere.
    await this.next.whenLoaded();
    const fire = this.clusters.map(cluster => this.fireAt(cluster, random));
    const killed = this.killAfter(random.below(LONGEST_FIRE_MILLISECONDS));
    await Promise.all([killed, ...fire]);
    await this.store.endLeases();
    if (random.below(5) === 0) {
      await this.dieWhileStarting(random);
    }
    await this.startNext();
    await Promise.all(
      this.clusters.map(cluster => cluster.settle(this.user.clusters)),
    );
    await Promise.all(this.clusters.map(cluster => this.converge(cluster)));
    this.bury();
    await this.checkOrphans();
    this.checkDuplicates();
  }

  /** Compares the history of every cluster, of those too that are gone, with what was stored; ends the backend. */
  async end(): Promise<void> {
    this.census.stop();
    await this.backend.kill();
    for (const cluster of [...this.clusters, ...this.gone]) {
      const stored = cluster.id ? await this.store.activityOf(cluster.id) : [];
      if (String(stored) !== String(cluster.history)) {
        throw new Error(cluster.describe('lost activity', { stored }));
      }
    }
  }

  private async fireAt(
    cluster: ClusterUnderFire,
    random: SeededRandom,
  ): Promise<void> {
    const own = random.fork();
    const { clusters } = this.user;
    while (await cluster.act(clusters, own));
  }

  private async killAfter(milliseconds: number): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      setTimeout(() => {
        this.backend.kill().then(resolve, reject);
      }, milliseconds);
    });
  }

  private async dieWhileStarting(random: SeededRandom): Promise<void> {
    this.backend = this.next;
    this.next = this.world.load();
    const started = this.backend.start().catch(() => {});
    await this.backend.whenLoaded();
    await this.killAfter(random.below(LONGEST_START_MILLISECONDS));
    await started;
    await this.store.endLeases();
  }

  private async startNext(): Promise<void> {
    this.backend = this.next;
    this.user = this.world.user(await this.backend.start());
    this.next = this.world.load();
  }

  private async converge(cluster: ClusterUnderFire): Promise<void> {
    const { id, facts } = cluster;
    if (!id || !facts) {
      return;
    }
    let last: object = {};
    await waitUntil(
      'it is as wanted',
      async () => {
        last = await this.situationOf(id);
        return isDeepStrictEqual(last, situationFor(cluster));
      },
      CONVERGED,
    ).catch(error => {
      throw new Error(
        cluster.describe(`${error}`, { last, wanted: situationFor(cluster) }),
      );
    });
    await this.checkActivity(cluster, id);
  }

  private async situationOf(id: string): Promise<object> {
    const { clusters } = this.user;
    const answer = await answerTo(clusters.getCluster(id));
    const objects = new ClusterObjects(this.world.kubeConfig, {
      id,
      namespace: NAMESPACE,
    });
    const jobs = (await objects.workload()).filter(name =>
      name.startsWith('Job/'),
    );
    return {
      state: answer.type === 'done' ? answer.value.status.state : answer.type,
      drivers: (await objects.drivers()).length,
      jobs: String(jobs),
      hasObjects: (await objects.all()).length > 0,
    };
  }

  private async checkActivity(
    cluster: ClusterUnderFire,
    id: string,
  ): Promise<void> {
    if (cluster.facts?.deleted) {
      return;
    }
    const { items } = await this.user.clusters.listActivity(id, {
      limit: ACTIVITY_PAGE,
    });
    const seen = items.map(({ action }) => action).reverse();
    if (String(seen) !== String(cluster.history.slice(-ACTIVITY_PAGE))) {
      throw new Error(cluster.describe('lost activity', { seen }));
    }
  }

  /** A cluster that is gone makes room for another one of its name. */
  private bury(): void {
    this.clusters = this.clusters.map(cluster => {
      if (!cluster.facts?.deleted) {
        return cluster;
      }
      this.gone.push(cluster);
      return new ClusterUnderFire(cluster.name, this.tally);
    });
  }

  private async checkOrphans(): Promise<void> {
    const ids = this.clusters.flatMap(({ id }) => id ?? []);
    const orphans = await orphansIn(this.world.kubeConfig, ids);
    if (orphans.length > 0) {
      throw new Error(`orphans: ${orphans.join(', ')}`);
    }
  }

  private checkDuplicates(): void {
    const { duplicates } = this.census;
    if (duplicates.length > 0) {
      throw new Error(`more than one driver: ${duplicates.join('; ')}`);
    }
  }
}

function situationFor({ facts, name }: ClusterUnderFire): object {
  if (!facts || facts.deleted) {
    return { state: 'refused', drivers: 0, jobs: '', hasObjects: false };
  }
  return facts.power === 'on'
    ? {
        state: 'ACTIVE',
        drivers: 1,
        jobs: `Job/${name}-${facts.run}`,
        hasObjects: true,
      }
    : { state: 'STOPPED', drivers: 0, jobs: '', hasObjects: true };
}
