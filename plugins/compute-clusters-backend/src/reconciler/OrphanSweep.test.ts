import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { ManualClock } from '../clock';
import { ClusterStore } from '../database';
import { ReconcilerWorld, TestBackend } from './__testUtils__/ReconcilerWorld';
import { soon } from './__testUtils__/soon';
import { OrphanSweep } from './OrphanSweep';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe('OrphanSweep', () => {
  let world: ReconcilerWorld;
  let backend: TestBackend;
  let clock: ManualClock;
  const { signal } = new AbortController();

  beforeEach(async () => {
    world = await ReconcilerWorld.create(databases);
    backend = world.startBackend();
    clock = ManualClock.create();
  });

  afterEach(() => world.stop());

  const sweepOn = (store: ClusterStore) =>
    OrphanSweep.create({
      kubernetesCluster: 'demo',
      gateway: backend.gateway,
      watcher: backend.connection.watcher,
      store,
      clock,
      logger: mockServices.logger.mock(),
    });

  const active = async (name: string) => {
    const { id } = await world.create(backend, { name });
    await world.shows(id, { state: 'ACTIVE' });
    return id;
  };

  it('deletes what a removed cluster left, and touches no live one', async () => {
    const live = await active('live');
    const gone = await active('gone');
    // as if the row had been removed and the backend killed before it saw the rest
    await world.store.remove(gone);
    const sweep = sweepOn(world.store);

    await sweep.sweep(signal);
    expect(await world.kubernetes.thingsOf(gone)).toHaveLength(5);
    clock.advance(10_000);
    await sweep.sweep(signal);

    await soon(async () =>
      expect(await world.kubernetes.thingsOf(gone)).toEqual([]),
    );
    expect(await world.kubernetes.thingsOf(live)).toHaveLength(5);
  });

  it('deletes nothing while the store cannot be read', async () => {
    const id = await active('etl');
    const unreadable: ClusterStore = Object.create(world.store, {
      listIds: { value: () => Promise.reject(new Error('away')) },
    });
    const sweep = sweepOn(unreadable);
    await expect(sweep.sweep(signal)).rejects.toThrow('away');
    clock.advance(60_000);
    await expect(sweep.sweep(signal)).rejects.toThrow('away');
    expect(await world.kubernetes.thingsOf(id)).toHaveLength(5);
  });

  it('forgets a suspicion that does not hold', async () => {
    const id = await active('etl');
    let hidden = true;
    const late: ClusterStore = Object.create(world.store, {
      listIds: {
        value: async () => (hidden ? [] : await world.store.listIds('demo')),
      },
    });
    const sweep = sweepOn(late);
    await sweep.sweep(signal);
    hidden = false;
    clock.advance(10_000);
    await sweep.sweep(signal);
    expect(await world.kubernetes.thingsOf(id)).toHaveLength(5);
  });
});
