import { waitUntil } from '../support/waitUntil';
import type { BackendProcess } from './support/BackendProcess';
import { FaultWorld } from './support/FaultWorld';
import { Postgres } from './support/Postgres';
import { Team } from './support/Team';

jest.setTimeout(120_000);

const TAKEOVER_MILLISECONDS = 15_000;

describe('two backends on one PostgreSQL', () => {
  let postgres: Postgres;
  let world: FaultWorld;
  let backends: BackendProcess[];
  let teams: Team[];
  let firstHolder: string;

  beforeAll(async () => {
    postgres = await Postgres.start();
    world = await FaultWorld.create({ database: postgres.backstageConfig });
    backends = [world.load(), world.load()];
    const first = await world.team(backends[0]);
    firstHolder = await postgres.leaseHolder();
    teams = [first, await world.team(backends[1])];
  });
  afterAll(async () => {
    await world?.stop();
    await postgres?.stop();
  });

  it('both take commands; one driver comes of each', async () => {
    const asked = await Promise.all(
      ['one', 'two', 'three', 'four'].map((name, index) =>
        teams[index % 2].create(name),
      ),
    );
    for (const [index, { id }] of asked.entries()) {
      const cluster = await teams[(index + 1) % 2].shows(id, {
        state: 'ACTIVE',
      });
      expect(await teams[0].objectsOf(cluster).drivers()).toHaveLength(1);
    }
  });

  it('go on when PostgreSQL was restarted under them', async () => {
    const kept = await teams[0].run('kept');
    const pods = await teams[0].podsOf(kept);
    postgres.halt();
    await expect(
      teams[0].user.clusters.getCluster(kept.id),
    ).rejects.toBeDefined();
    postgres.resume();

    const { id } = await waitUntil(
      'commands are taken again',
      () => teams[0].create('after').catch(() => undefined),
      { timeoutMs: 30_000 },
    );
    await teams[1].shows(id, { state: 'ACTIVE' });
    expect(await teams[1].podsOf(kept)).toEqual(pods);
    expect(backends.every(backend => backend.isAlive)).toBe(true);
  });

  it('the other one takes over within 15 s when the one that reconciles is killed', async () => {
    const kept = await teams[0].run('running');
    const pods = await teams[0].podsOf(kept);
    const index = (await postgres.leaseHolder()) === firstHolder ? 0 : 1;
    await backends[index].kill();
    const since = performance.now();
    const survivor = teams[1 - index];
    const { id } = await survivor.create('orphaned');
    await survivor.shows(
      id,
      { state: 'ACTIVE' },
      TAKEOVER_MILLISECONDS + 2_000,
    );
    process.stdout.write(
      `taken over in ${Math.round(performance.now() - since)} ms\n`,
    );
    expect(performance.now() - since).toBeLessThan(TAKEOVER_MILLISECONDS);
    expect(await survivor.podsOf(kept)).toEqual(pods);
  });
});
