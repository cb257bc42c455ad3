import { TestDatabases } from '@backstage/backend-test-utils';
import { V1Secret } from '@kubernetes/client-node';
import { connectTokenOf } from '../kubernetes';
import { toKubernetesError } from '../kubernetes/toKubernetesError';
import { testSpec } from '../database/__testUtils__';
import { ReconcilerWorld, WorldOptions } from './__testUtils__/ReconcilerWorld';
import { soon } from './__testUtils__/soon';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe('Reconciler under faults', () => {
  let world: ReconcilerWorld;

  const begin = async (options?: WorldOptions) => {
    world = await ReconcilerWorld.create(databases, options);
    return world;
  };

  afterEach(() => world.stop());

  it('asks for nothing at a start where nothing is to be done', async () => {
    await begin();
    const first = world.startBackend();
    const active = await world.create(first);
    const stopped = await world.create(first, { name: 'stopped' });
    await world.shows(active.id, { state: 'ACTIVE' });
    await world.shows(stopped.id, { state: 'ACTIVE' });
    await world.command(first, stopped.id, 'terminate');
    await world.shows(stopped.id, { state: 'STOPPED' });
    await first.reconciler.stop();

    const second = world.startBackend();
    const third = await world.create(second, { name: 'third' });
    await world.shows(third.id, { state: 'ACTIVE' });
    // five for the namespace, refused since they exist, read and applied; four for the third cluster
    expect(second.gateway.requests).toBe(3 * 5 + 4);
    expect(second.publisher.changes.map(({ name }) => name)).not.toContain(
      'etl',
    );
  });

  it('goes on when the API server is back', async () => {
    const { kubernetes } = await begin();
    const backend = world.startBackend();
    const running = await world.create(backend, { name: 'running' });
    await world.shows(running.id, { state: 'ACTIVE' });

    await kubernetes.simulator.goAway();
    const { id } = await world.create(backend);
    await world.command(backend, running.id, 'terminate');
    await soon(() => expect(backend.gateway.requests).toBeGreaterThan(11));
    expect((await world.store.get(id))?.observed.state).toBe('STARTING');

    await kubernetes.simulator.comeBack();
    await world.shows(id, { state: 'ACTIVE' });
    await world.shows(running.id, { state: 'STOPPED' });
    expect(await kubernetes.driversOf(id)).toHaveLength(1);
  });

  it('tells of errors that Kubernetes answers with, and goes on when they end', async () => {
    await begin();
    const backend = world.startBackend();
    const running = await world.create(backend, { name: 'running' });
    await world.shows(running.id, { state: 'ACTIVE' });
    const toldOf = async (id: string, state: string) =>
      await soon(async () =>
        expect((await world.store.get(id))?.observed).toMatchObject({
          state,
          message: expect.stringContaining('failed calling webhook'),
        }),
      );

    backend.gateway.failure = toKubernetesError(
      500,
      '{"message":"failed calling webhook \\"policy.example\\""}',
    );
    const { id } = await world.create(backend);
    await world.command(backend, running.id, 'terminate');
    await toldOf(id, 'STARTING');
    await toldOf(running.id, 'STOPPING');

    backend.gateway.failure = undefined;
    await world.shows(id, { state: 'ACTIVE' });
    await world.shows(running.id, { state: 'STOPPED' });
  });

  it('starts while the API server is away, and makes no Job before it has seen all there is', async () => {
    const { kubernetes } = await begin();
    await kubernetes.simulator.goAway();
    const backend = world.startBackend();
    const { id } = await world.create(backend);
    expect(backend.gateway.requests).toBe(0);
    await kubernetes.simulator.comeBack();
    await world.shows(id, { state: 'ACTIVE' });
  });

  it('keeps the Connect token from run to run', async () => {
    const { kubernetes } = await begin();
    const backend = world.startBackend();
    const { id } = await world.create(backend);
    const token = async () =>
      connectTokenOf(
        await kubernetes.objects.read<V1Secret>({
          apiVersion: 'v1',
          kind: 'Secret',
          metadata: { name: 'etl', namespace: 'data-eng' },
        }),
      );
    await world.shows(id, { state: 'ACTIVE' });
    const first = await token();
    expect(first).toMatch(/^[\w-]{43}$/);
    await world.command(backend, id, 'restart');
    const { observed } = await world.shows(id, { state: 'ACTIVE' });
    expect(observed.driver.pod).toMatch(/^etl-2-/);
    expect(await token()).toBe(first);
  });

  it('shows that the quota has no room, and starts when there is some', async () => {
    await begin({ quota: { cpu: 1.5 } });
    const backend = world.startBackend();
    const first = await world.create(backend, { name: 'first' });
    await world.shows(first.id, { state: 'ACTIVE' });

    const second = await world.create(backend, { name: 'second' });
    const { observed } = await world.shows(second.id, {
      state: 'STARTING',
      reason: 'QuotaExceeded',
    });
    expect(observed.message).toContain('requested: ');
    await world.command(backend, first.id, 'terminate');
    await world.shows(second.id, { state: 'ACTIVE' });
  });

  it('says what Kubernetes forbids, and does not insist', async () => {
    const { kubernetes } = await begin();
    kubernetes.simulator.forbid({ verb: 'create', resource: 'jobs' });
    const backend = world.startBackend();
    const { id } = await world.create(backend);
    await world.shows(id, { state: 'FAILED', reason: 'ForbiddenByKubernetes' });
    const { requests } = backend.gateway;
    backend.reconciler.enqueue(id);
    await soon(() => expect(backend.reconciler.queueDepth).toBe(0));
    expect(backend.gateway.requests).toBe(requests);
  });

  it('says that the namespace is missing, or makes it where it may', async () => {
    await begin();
    const backend = world.startBackend();
    const { id } = await world.create(backend, { namespace: 'elsewhere' });
    await world.shows(id, { state: 'FAILED', reason: 'NamespaceNotFound' });
    await world.stop();

    await begin({ createNamespaces: true });
    const other = world.startBackend();
    const made = await world.create(other, { namespace: 'elsewhere' });
    await world.shows(made.id, { state: 'ACTIVE' });
  });

  it('refuses a node type that is no more', async () => {
    await begin();
    const backend = world.startBackend();
    const { id } = await world.create(backend, {
      spec: testSpec({ driver: { nodeType: 'gone' } }),
    });
    const { observed } = await world.shows(id, {
      state: 'FAILED',
      reason: 'InvalidSpec',
    });
    expect(observed.message).toContain("no node type 'gone'");
  });

  it('leaves nothing of a cluster that is deleted while it starts', async () => {
    const { kubernetes } = await begin({
      simulator: { timings: { driverReady: 600_000 } },
    });
    const backend = world.startBackend();
    const { id } = await world.create(backend);
    await world.shows(id, { state: 'STARTING', reason: 'StartingSpark' });
    await world.command(backend, id, 'delete');
    await world.forgets(id);
    expect(await kubernetes.thingsOf(id)).toEqual([]);
  });

  it('leaves nothing of a cluster that is deleted before it began', async () => {
    const { kubernetes } = await begin();
    const backend = world.startBackend();
    const { id } = await world.create(backend);
    await world.command(backend, id, 'delete');
    await world.forgets(id);
    await soon(async () => expect(await kubernetes.thingsOf(id)).toEqual([]));
  });

  it('gives up a driver that takes too long, and clears it away', async () => {
    const { kubernetes } = await begin({
      startTimeout: 1_500,
      simulator: { timings: { driverReady: 600_000 } },
    });
    const backend = world.startBackend();
    const { id } = await world.create(backend);
    await world.shows(id, { state: 'FAILED', reason: 'StartTimeout' });
    await soon(async () => expect(await kubernetes.driversOf(id)).toEqual([]));
    await world.shows(id, { state: 'FAILED', reason: 'StartTimeout' });
    const { items } = await world.store.listActivity(id, { limit: 10 });
    expect(items).toMatchObject([
      {
        action: 'terminate',
        user: 'compute-clusters',
        message: expect.stringContaining('StartTimeout'),
      },
      { action: 'create' },
    ]);
    expect(world.audited).toMatchObject([
      {
        eventId: 'cluster-terminate',
        status: 'succeeded',
        meta: { clusterId: id, name: 'etl', cause: 'StartTimeout' },
      },
    ]);
  });

  it('puts a Job back that somebody deleted', async () => {
    const { kubernetes } = await begin();
    const backend = world.startBackend();
    const { id } = await world.create(backend);
    const { observed } = await world.shows(id, { state: 'ACTIVE' });
    await kubernetes.deleteJob('etl-1');
    await soon(async () => {
      const cluster = await world.store.get(id);
      expect(cluster?.observed.state).toBe('ACTIVE');
      expect(cluster?.observed.driver.pod).not.toBe(observed.driver.pod);
    });
    expect(await kubernetes.driversOf(id)).toHaveLength(1);
  });

  it.each(['Secret', 'ConfigMap', 'Service'])(
    'puts a %s back that somebody deleted, and restarts nothing',
    async kind => {
      const { kubernetes } = await begin();
      const backend = world.startBackend();
      const { id } = await world.create(backend);
      const { observed } = await world.shows(id, { state: 'ACTIVE' });
      const before = await kubernetes.thingsOf(id);
      expect(before).toContain(`${kind} etl`);
      await kubernetes.objects.delete({
        apiVersion: 'v1',
        kind,
        metadata: { name: 'etl', namespace: 'data-eng' },
      });
      await soon(async () =>
        expect(await kubernetes.thingsOf(id)).toEqual(before),
      );
      expect((await world.store.get(id))?.observed).toMatchObject({
        state: 'ACTIVE',
        driver: observed.driver,
      });
    },
  );

  it('takes over from another backend without a second driver', async () => {
    const { kubernetes } = await begin();
    const first = world.startBackend();
    const second = world.startBackend();
    const { id } = await world.create(first);
    second.reconciler.enqueue(id);
    await world.shows(id, { state: 'ACTIVE' });
    await first.reconciler.stop();
    await world.command(second, id, 'restart');
    const { observed } = await world.shows(id, { state: 'ACTIVE' });
    expect(await kubernetes.driversOf(id)).toEqual([observed.driver.pod]);
  });
});
