import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { ClusterStore } from '../database';
import { ReconcilerWorld, TestBackend } from './__testUtils__/ReconcilerWorld';
import { soon } from './__testUtils__/soon';
import { OrphanSweep } from './OrphanSweep';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe('OrphanSweep', () => {
  let world: ReconcilerWorld;
  let backend: TestBackend;
  let logger: ReturnType<typeof mockServices.logger.mock>;
  const { signal } = new AbortController();

  beforeEach(async () => {
    world = await ReconcilerWorld.create(databases);
    backend = world.startBackend();
    logger = mockServices.logger.mock();
  });

  afterEach(() => world.stop());

  const sweepOn = (store: ClusterStore) =>
    OrphanSweep.create({
      gateway: backend.gateway,
      watcher: backend.connection.watcher,
      store,
      logger,
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

    await sweepOn(world.store).sweep(signal);

    await soon(async () =>
      expect(await world.kubernetes.thingsOf(gone)).toEqual([]),
    );
    expect(await world.kubernetes.thingsOf(live)).toHaveLength(5);
  });

  it('leaves clusters alone that the store has never known, and says so once', async () => {
    const id = await active('etl');
    const emptied: ClusterStore = Object.create(world.store, {
      listRemoval: { value: async () => new Map() },
    });
    const sweep = sweepOn(emptied);
    await sweep.sweep(signal);
    await sweep.sweep(signal);
    expect(await world.kubernetes.thingsOf(id)).toHaveLength(5);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(logger.warn).toHaveBeenCalledWith(expect.stringContaining(id));
  });

  it('deletes nothing while the store cannot be read', async () => {
    const id = await active('etl');
    const unreadable: ClusterStore = Object.create(world.store, {
      listRemoval: { value: () => Promise.reject(new Error('away')) },
    });
    await expect(sweepOn(unreadable).sweep(signal)).rejects.toThrow('away');
    expect(await world.kubernetes.thingsOf(id)).toHaveLength(5);
  });
});
