import { TestDatabases } from '@backstage/backend-test-utils';
import {
  DRIVER_ACCOUNT,
  EXECUTOR_ACCOUNT,
  NAMESPACE_OBJECT,
} from '../kubernetes';
import { LeapingClock } from './__testUtils__/LeapingClock';
import {
  ReconcilerWorld,
  TestBackend,
  WorldOptions,
} from './__testUtils__/ReconcilerWorld';
import { soon } from './__testUtils__/soon';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const MINUTE = 60_000;

const RBAC = 'rbac.authorization.k8s.io/v1';

const SHARED = [
  ['ServiceAccount', 'v1', DRIVER_ACCOUNT],
  ['ServiceAccount', 'v1', EXECUTOR_ACCOUNT],
  ['Role', RBAC, DRIVER_ACCOUNT],
  ['RoleBinding', RBAC, DRIVER_ACCOUNT],
  ['NetworkPolicy', 'networking.k8s.io/v1', NAMESPACE_OBJECT],
  ['ResourceQuota', 'v1', NAMESPACE_OBJECT],
  ['LimitRange', 'v1', NAMESPACE_OBJECT],
];

/** How the client names an object. */
interface Header {
  apiVersion: string;
  kind: string;
  metadata: { name: string; namespace?: string };
}

const namespaceNamed = (name: string) => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name },
});

const bindingIn = (namespace: string) => ({
  apiVersion: RBAC,
  kind: 'RoleBinding',
  metadata: { name: DRIVER_ACCOUNT, namespace },
});

describe('Reconciler: what the clusters of a namespace share', () => {
  let world: ReconcilerWorld;
  let clock: LeapingClock;

  const begin = async (options?: WorldOptions) => {
    clock = new LeapingClock();
    world = await ReconcilerWorld.create(databases, { ...options, clock });
    return world.startBackend();
  };

  afterEach(() => world.stop());

  const isThere = async (object: Header) => {
    const { objects } = world.kubernetes;
    return await objects.read(object).then(
      () => true,
      () => false,
    );
  };

  const deleteNamespace = async (name: string) => {
    const namespace = namespaceNamed(name);
    await world.kubernetes.objects.delete(namespace);
    await soon(async () => expect(await isThere(namespace)).toBe(false));
  };

  const stoppedCluster = async (backend: TestBackend, namespace: string) => {
    const { id } = await world.create(backend, { namespace });
    await world.shows(id, { state: 'ACTIVE' });
    await world.command(backend, id, 'terminate');
    await world.shows(id, { state: 'STOPPED' });
    return id;
  };

  it.each(SHARED)(
    'a start puts a %s back that somebody deleted (%s %s)',
    async (kind, apiVersion, name) => {
      const backend = await begin({ quota: { cpu: 100 } });
      const id = await stoppedCluster(backend, 'data-eng');
      const shared = {
        apiVersion,
        kind,
        metadata: { name, namespace: 'data-eng' },
      };
      expect(await isThere(shared)).toBe(true);
      await world.kubernetes.objects.delete(shared);

      clock.leap(MINUTE);
      await world.command(backend, id, 'start');
      await world.shows(id, { state: 'ACTIVE' });
      expect(await isThere(shared)).toBe(true);
    },
  );

  it('costs one application a minute, however many start', async () => {
    const backend = await begin();
    const startTwo = async (...names: string[]) => {
      const clusters = await Promise.all(
        names.map(name => world.create(backend, { name })),
      );
      for (const { id } of clusters) {
        await world.shows(id, { state: 'ACTIVE' });
      }
    };
    await startTwo('a', 'b');
    await startTwo('c', 'd');
    // five for the namespace, four for each cluster
    expect(backend.gateway.requests).toBe(5 + 4 * 4);

    clock.leap(MINUTE);
    await startTwo('e', 'f');
    // refused since they exist, read and applied
    expect(backend.gateway.requests).toBe(5 + 4 * 4 + 3 * 5 + 2 * 4);
  });

  it.each([
    ['a minute later', MINUTE],
    ['at once', 0],
  ])(
    'a start %s makes a namespace again that was deleted, where it may',
    async (_, later) => {
      const backend = await begin({ createNamespaces: true });
      const id = await stoppedCluster(backend, 'elsewhere');
      await deleteNamespace('elsewhere');

      clock.leap(later);
      await world.command(backend, id, 'start');
      await world.shows(id, { state: 'ACTIVE' });
      expect(await isThere(bindingIn('elsewhere'))).toBe(true);
    },
  );

  it('is there at once in a namespace that somebody made again after it was missed', async () => {
    const backend = await begin();
    const id = await stoppedCluster(backend, 'data-eng');
    await deleteNamespace('data-eng');
    await world.command(backend, id, 'start');
    await world.shows(id, { state: 'FAILED', reason: 'NamespaceNotFound' });

    await world.kubernetes.objects.create(namespaceNamed('data-eng'));
    await world.command(backend, id, 'restart');
    await world.shows(id, { state: 'ACTIVE' });
    expect(await isThere(bindingIn('data-eng'))).toBe(true);
  });

  describe('while the namespace is being deleted', () => {
    const held = {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'held', namespace: 'data-eng' },
    };
    const FINALIZERS = { finalizers: ['example/hold'] };

    /** A stopped cluster in a namespace that ends when `held` does. */
    const ending = async (options?: WorldOptions) => {
      const backend = await begin(options);
      const id = await stoppedCluster(backend, 'data-eng');
      const { objects } = world.kubernetes;
      await objects.create({
        ...held,
        metadata: { ...held.metadata, ...FINALIZERS },
      });
      await objects.delete(namespaceNamed('data-eng'));
      return { backend, id };
    };

    const letGo = async ({ gateway }: TestBackend) => {
      const ref = { apiVersion: 'v1', kind: 'ConfigMap', ...held.metadata };
      await gateway.merge(ref, { metadata: { finalizers: null } });
    };

    it('a start waits, and goes on where it makes the namespace again', async () => {
      const { backend, id } = await ending({ createNamespaces: true });
      await world.command(backend, id, 'start');
      const { observed } = await world.shows(id, {
        state: 'STARTING',
        reason: 'NamespaceTerminating',
      });
      expect(observed.message).toMatch(
        /^Namespace 'data-eng' is being deleted/,
      );

      await letGo(backend);
      await world.shows(id, { state: 'ACTIVE' });
      expect(await isThere(bindingIn('data-eng'))).toBe(true);
    });

    it('a start waits, and says what is missing where it may not make it', async () => {
      const { backend, id } = await ending();
      await world.command(backend, id, 'start');
      await world.shows(id, {
        state: 'STARTING',
        reason: 'NamespaceTerminating',
      });

      await letGo(backend);
      await world.shows(id, { state: 'FAILED', reason: 'NamespaceNotFound' });
    });

    it('a start ends when it took too long', async () => {
      const { backend, id } = await ending({ startTimeout: 1_000 });
      await world.command(backend, id, 'start');

      const { observed } = await world.shows(id, {
        state: 'FAILED',
        reason: 'StartTimeout',
      });
      expect(observed.message).toContain('is being deleted');
    });

    it('a stop and a deletion wait for nothing', async () => {
      const { backend, id } = await ending();
      await world.command(backend, id, 'start');
      await world.shows(id, { state: 'STARTING' });
      await world.command(backend, id, 'terminate');
      await world.shows(id, { state: 'STOPPED' });
      await world.command(backend, id, 'delete');
      await world.forgets(id);
    });
  });

  it('is waited for by all who need it while the namespace is being made', async () => {
    const backend = await begin({ createNamespaces: true });
    let letGo = () => {};
    const held = new Promise<void>(resolve => {
      letGo = resolve;
    });
    backend.gateway.beforeCreate = async ({ kind, metadata }) => {
      if (kind === 'Namespace' && metadata?.name === 'elsewhere') await held;
    };
    const there = { namespace: 'elsewhere' };
    const first = await world.create(backend, { name: 'first', ...there });
    const second = await world.create(backend, { name: 'second', ...there });
    // begun last: the others have come as far as they can when it is done
    const third = await world.create(backend, { name: 'third' });
    await world.shows(third.id, { state: 'ACTIVE' });

    letGo();
    await world.shows(first.id, { state: 'ACTIVE' });
    await world.shows(second.id, { state: 'ACTIVE' });
    expect(await isThere(bindingIn('elsewhere'))).toBe(true);
  });
});
