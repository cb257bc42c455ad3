import { TestDatabases } from '@backstage/backend-test-utils';
import { ReconcilerWorld, WorldOptions } from './__testUtils__/ReconcilerWorld';
import { soon } from './__testUtils__/soon';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe('Reconciler on the simulated Kubernetes', () => {
  let world: ReconcilerWorld;

  const begin = async (options?: WorldOptions) => {
    world = await ReconcilerWorld.create(databases, options);
    return world;
  };

  afterEach(() => world.stop());

  it('starts, stops, starts again and deletes a cluster', async () => {
    const { kubernetes } = await begin();
    const backend = world.startBackend();

    const { id } = await world.create(backend);
    const active = await world.shows(id, { state: 'ACTIVE', reason: 'Ready' });
    expect(active.observed.driver).toMatchObject({ ready: true, attempts: 1 });
    expect(await kubernetes.driversOf(id)).toEqual([
      active.observed.driver.pod,
    ]);

    await world.command(backend, id, 'terminate');
    await world.shows(id, { state: 'STOPPED', reason: 'Terminated' });
    expect(await kubernetes.thingsOf(id)).toEqual([
      'ConfigMap etl',
      'Secret etl',
      'Service etl',
    ]);

    await world.command(backend, id, 'start');
    await world.shows(id, { state: 'ACTIVE' });
    expect(await kubernetes.thingsOf(id)).toContain('Job etl-2');

    await world.command(backend, id, 'delete');
    await world.forgets(id);
    expect(await kubernetes.thingsOf(id)).toEqual([]);
  });

  it('tells of each change that a user sees, and of the end', async () => {
    await begin();
    const backend = world.startBackend();
    const { id } = await world.create(backend);
    await world.shows(id, { state: 'ACTIVE' });
    await world.command(backend, id, 'delete');
    await world.forgets(id);

    const changes = backend.publisher.changes.map(({ change }) => change);
    expect(changes[0]).toBe('observed');
    await soon(() =>
      expect(backend.publisher.changes).toContainEqual({
        name: 'etl',
        change: 'removed',
      }),
    );
  });

  it('restarts with one driver at a time', async () => {
    const { kubernetes } = await begin();
    const backend = world.startBackend();
    const { id } = await world.create(backend);
    await world.shows(id, { state: 'ACTIVE' });

    await world.command(backend, id, 'restart');
    await world.shows(id, { state: 'STARTING' });
    const { observed } = await world.shows(id, { state: 'ACTIVE' });
    expect(observed.driver.pod).toMatch(/^etl-2-/);
    expect(await kubernetes.driversOf(id)).toEqual([observed.driver.pod]);
  });
});
