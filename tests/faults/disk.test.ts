import { waitUntil } from '../support/waitUntil';
import type { BackendProcess } from './support/BackendProcess';
import { FaultWorld } from './support/FaultWorld';
import { StoreFile } from './support/StoreFile';
import { Team } from './support/Team';

jest.setTimeout(120_000);

describe('a database without room for logs', () => {
  let world: FaultWorld;
  let backend: BackendProcess;
  let team: Team;
  let store: StoreFile;

  beforeAll(async () => {
    world = await FaultWorld.create();
    backend = world.load();
    team = await world.team(backend);
    store = new StoreFile(world.databaseFile);
  });
  afterAll(async () => {
    await world?.stop();
  });

  it('stops nothing else; what could not be kept is kept when there is room', async () => {
    const running = await team.run('running');
    const pods = await team.podsOf(running);
    await store.fillDisk();
    const { id } = await team.create('crashing', {
      spec: { environment: [{ name: 'SIMULATE', value: 'crash' }] },
    });
    await waitUntil(
      'a log cannot be saved',
      () => world.lastWords.includes('database or disk is full'),
      { timeoutMs: 30_000 },
    );
    const { items } = await team.user.clusters.listPods(id);
    await team.user.clusters.terminateCluster(id);
    await team.shows(id, { state: 'STOPPED' });
    expect(await team.podsOf(running)).toEqual(pods);
    expect(backend.isAlive).toBe(true);

    await store.freeDisk();
    const log = await waitUntil(
      'the log of the pod that is gone can be read',
      async () => {
        const answer = await team.user.clusters
          .getLogs(id, { pod: items[0].name })
          .catch(() => undefined);
        return answer?.ok && (await answer.text());
      },
      { timeoutMs: 70_000 },
    );
    expect(log).toContain('simulated crash');
  });
});
