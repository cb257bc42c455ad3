import { TestDatabases } from '@backstage/backend-test-utils';
import { testSpec } from '../database/__testUtils__';
import { ReconcilerWorld } from './__testUtils__/ReconcilerWorld';
import { soon } from './__testUtils__/soon';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const CAUSE = 'java.lang.ClassNotFoundException: no.such.Listener';

describe('Reconciler: why a driver failed', () => {
  let world: ReconcilerWorld;

  beforeEach(async () => {
    world = await ReconcilerWorld.create(databases);
  });

  afterEach(() => world.stop());

  /** A cluster whose driver ends with so long a stack trace that Kubernetes tells frames only. */
  const begin = async () => {
    const backend = world.startBackend();
    const { id } = await world.create(backend, {
      spec: testSpec({
        environment: [{ name: 'SIMULATE', value: 'deep-crash' }],
      }),
    });
    await world.shows(id, { state: 'STARTING', reason: 'InvalidSpec' });
    const { pods } = backend.connection.watcher.objectsOf(id);
    return { backend, id, podUid: pods[0].uid };
  };

  /** As when the log of a driver is kept. */
  const keepCause = async (podUid: string) =>
    await world
      .knex('runs')
      .update({ failure_pod_uid: podUid, failure_cause: CAUSE });

  const messageOf = async (id: string) =>
    (await world.store.get(id))?.observed.message;

  it('is told in the words of its log as soon as they are kept, once', async () => {
    const { backend, id, podUid } = await begin();
    expect(await messageOf(id)).toBe(
      'Spark refused to start; correct the configuration, then restart. Until it is restarted, Kubernetes tries again by itself.',
    );
    const told = backend.publisher.changes.length;

    await keepCause(podUid);
    backend.reconciler.enqueue(id);

    await soon(async () =>
      expect(await messageOf(id)).toContain(
        `Spark refused to start (${CAUSE}); correct the configuration`,
      ),
    );
    backend.reconciler.enqueue(id);
    backend.reconciler.enqueue(id);
    await soon(() => expect(backend.reconciler.queueDepth).toBe(0));
    expect(backend.publisher.changes.slice(told)).toEqual([
      { name: 'etl', change: 'observed' },
    ]);
  });

  it('is told by the next backend as well', async () => {
    const { backend, id, podUid } = await begin();
    await keepCause(podUid);
    await world.kill(backend);

    world.startBackend();

    await soon(async () => expect(await messageOf(id)).toContain(CAUSE));
  });

  it('is not what an earlier driver of the run failed by', async () => {
    const { backend, id } = await begin();
    await keepCause('another');

    backend.reconciler.enqueue(id);
    await soon(() => expect(backend.reconciler.queueDepth).toBe(0));

    expect(await messageOf(id)).not.toContain(CAUSE);
  });
});
