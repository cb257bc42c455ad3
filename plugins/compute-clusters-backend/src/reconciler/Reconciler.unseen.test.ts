import { TestDatabases } from '@backstage/backend-test-utils';
import { ReconcilerWorld, TestBackend } from './__testUtils__/ReconcilerWorld';
import { soon } from './__testUtils__/soon';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe('Reconciler of a cluster whose namespace is mapped no more and may not be watched', () => {
  let world: ReconcilerWorld;
  let backend: TestBackend;
  let id: string;
  let allowWatch: () => void;

  const forbidWatch = () => {
    const allows = ['', 'former'].map(namespace =>
      world.kubernetes.simulator.forbid({ verb: 'watch', namespace }),
    );
    allowWatch = () => allows.forEach(allow => allow());
  };

  beforeEach(async () => {
    world = await ReconcilerWorld.create(databases, {
      simulator: { namespaces: ['data-eng', 'former'] },
      formerNamespaces: ['former'],
    });
    const before = world.startBackend();
    ({ id } = await world.create(before, { namespace: 'former' }));
    await world.shows(id, { state: 'ACTIVE' });
    await before.reconciler.stop();
    forbidWatch();
    backend = world.startBackend();
  });

  afterEach(() => world.stop());

  const tells = async (text: string) =>
    await soon(async () => {
      // It looks again by itself, but not soon enough for a test.
      backend.reconciler.enqueue(id);
      const cluster = await world.store.get(id);
      expect(cluster?.unseen?.message).toContain(text);
      return cluster;
    });

  const jobsThere = async () => {
    const { items } = await world.kubernetes.objects.list(
      'batch/v1',
      'Job',
      'former',
    );
    return items.length;
  };

  it('tells why, and what to do, and keeps what was last seen', async () => {
    const cluster = await tells('What you ask for is done when it may.');

    expect(cluster?.unseen?.message).toMatch(
      /^Kubernetes does not let the portal watch namespace 'former' \(.* is forbidden: .*\), which is mapped to no team any more; ask the platform team to let it list and watch pods, jobs and events there\. /,
    );
    expect(cluster?.observed).toMatchObject({
      state: 'ACTIVE',
      reason: 'Ready',
      driver: { ready: true },
    });
    expect(await world.store.countStates()).toEqual([
      { kubernetesCluster: 'demo', state: 'UNKNOWN', count: 1 },
    ]);
    expect(await jobsThere()).toBe(1);
  });

  it('stops it blindly where it may delete', async () => {
    await tells('What you ask for');
    await world.command(backend, id, 'terminate');

    await tells('Kubernetes was asked to stop the compute cluster; whether');
    expect(await jobsThere()).toBe(0);
  });

  it('deletes what it is made of where it may, and keeps it in the list', async () => {
    await world.command(backend, id, 'delete');

    await tells('Kubernetes was asked to delete the compute cluster; whether');
    expect(await jobsThere()).toBe(0);
    expect(await world.store.get(id)).toBeDefined();
  });

  it.each([
    ['terminate', 'stop'],
    ['delete', 'delete'],
  ])('tells that a %s is refused', async (command, wish) => {
    world.kubernetes.simulator.forbid({ namespace: 'former' });
    await world.command(backend, id, command);

    await tells(`Kubernetes does not ${wish} the compute cluster either (jobs`);
  });

  it('asks for no stop of one that was stopped', async () => {
    await backend.reconciler.stop();
    allowWatch();
    backend = world.startBackend();
    await world.command(backend, id, 'terminate');
    await world.shows(id, { state: 'STOPPED' });
    await backend.reconciler.stop();
    forbidWatch();

    backend = world.startBackend();
    await tells('What you ask for is done when it may.');
    expect(backend.gateway.requests).toBe(0);
  });

  it('sees to it as ever once it may watch again', async () => {
    await world.command(backend, id, 'delete');
    await tells('asked to delete');
    await backend.reconciler.stop();

    allowWatch();
    world.startBackend();
    await world.forgets(id);
  });

  it('shows what it sees once it may watch again', async () => {
    await tells('What you ask for');
    await backend.reconciler.stop();

    allowWatch();
    world.startBackend();
    await soon(async () =>
      expect(await world.store.get(id)).toMatchObject({
        unseen: null,
        observed: { state: 'ACTIVE' },
      }),
    );
  });
});
