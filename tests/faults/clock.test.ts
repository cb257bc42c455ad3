import { waitUntil } from '../support/waitUntil';
import type { BackendProcess } from './support/BackendProcess';
import { FaultWorld } from './support/FaultWorld';
import { StoreFile } from './support/StoreFile';
import { Team } from './support/Team';

jest.setTimeout(120_000);

const HOUR = 3_600_000;
const TAKEOVER_MILLISECONDS = 20_000;

describe('a clock that jumps', () => {
  let world: FaultWorld;
  let backend: BackendProcess;
  let team: Team;

  beforeAll(async () => {
    world = await FaultWorld.create();
  });
  afterAll(async () => {
    await world?.stop();
  });
  beforeEach(async () => {
    backend = world.load();
    team = await world.team(backend);
  });
  afterEach(async () => {
    await backend.stop();
  });

  it.each([
    ['forward', HOUR],
    ['back', -HOUR],
  ])('%s by an hour stops nothing, and nothing stops', async (name, jump) => {
    const kept = await team.run(`kept-${name}`);
    const pods = await team.podsOf(kept);
    backend.jump(jump);

    const started = await team.run(`started-${name}`);
    await team.user.clusters.terminateCluster(started.id);
    await team.shows(started.id, { state: 'STOPPED' });
    await team.shows(kept.id, { state: 'ACTIVE' });
    expect(await team.podsOf(kept)).toEqual(pods);
  });

  it.each([
    ['forward', HOUR],
    ['back', -HOUR],
  ])(
    '%s by an hour does not keep the next backend waiting when this one is killed',
    async (name, jump) => {
      await team.run(`first-${name}`);
      backend.jump(jump);
      const { id } = await team.run(`renewed-${name}`);
      const store = new StoreFile(world.databaseFile);
      await waitUntil(
        'its lease is renewed by the clock as it is now',
        async () => {
          const ahead = (await store.leaseEnd()) - Date.now();
          return Math.abs(ahead) > HOUR / 2;
        },
        { timeoutMs: 10_000 },
      );
      await backend.kill();

      backend = world.load();
      team = await world.team(backend);
      await team.user.clusters.terminateCluster(id);
      await team.shows(id, { state: 'STOPPED' }, TAKEOVER_MILLISECONDS);
    },
  );
});
