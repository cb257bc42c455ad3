import { TestDatabases } from '@backstage/backend-test-utils';
import { V1Pod, V1Secret } from '@kubernetes/client-node';
import { LABELS } from '../kubernetes';
import { newCluster } from '../database/__testUtils__';
import { ReconcilerWorld, WorldOptions } from './__testUtils__/ReconcilerWorld';
import { soon } from './__testUtils__/soon';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

/** Somebody's pod that carries the labels of a driver of the cluster. */
function podThatClaims(clusterId: string): V1Pod {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: 'stranger',
      namespace: 'elsewhere',
      labels: {
        [LABELS.managedBy]: 'compute-clusters',
        [LABELS.clusterId]: clusterId,
        [LABELS.run]: '1',
        [LABELS.component]: 'driver',
      },
    },
    spec: { containers: [{ name: 'driver', image: 'stranger' }] },
  };
}

describe('Reconciler: what belongs to others', () => {
  let world: ReconcilerWorld;

  const begin = async (options?: WorldOptions) => {
    world = await ReconcilerWorld.create(databases, options);
    return world;
  };

  afterEach(() => world.stop());

  it('leaves a Secret that is not ours alone, and says so', async () => {
    const { kubernetes } = await begin();
    const theirs: V1Secret = {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'etl', namespace: 'data-eng' },
      data: { password: 'c2VjcmV0' },
    };
    await kubernetes.objects.create(theirs);
    const backend = world.startBackend();
    const { id } = await world.create(backend);

    const { observed } = await world.shows(id, {
      state: 'FAILED',
      reason: 'NameTaken',
    });
    expect(observed.message).toContain("A Secret named 'etl'");
    expect(await kubernetes.driversOf(id)).toEqual([]);
    await world.command(backend, id, 'delete');
    await world.forgets(id);

    const left = await kubernetes.objects.read<V1Secret>({
      ...theirs,
      metadata: { name: 'etl', namespace: 'data-eng' },
    });
    expect(left.data).toEqual({ password: 'c2VjcmV0' });
    expect(left.metadata?.labels).toBeUndefined();
  });

  it('takes no pod of another namespace for its own, whatever its labels say', async () => {
    const { kubernetes } = await begin({
      simulator: { namespaces: ['data-eng', 'elsewhere'] },
    });
    const backend = world.startBackend();
    const { id } = await world.create(backend);
    await world.shows(id, { state: 'ACTIVE' });
    await kubernetes.objects.create(podThatClaims(id));
    await soon(() => {
      const { pods } = backend.connection.watcher.objectsOf(id);
      expect(pods.map(({ namespace }) => namespace)).toContain('elsewhere');
    });

    await world.command(backend, id, 'terminate');
    await world.shows(id, { state: 'STOPPED' });
    await world.command(backend, id, 'start');
    await world.shows(id, { state: 'ACTIVE' });
    await world.command(backend, id, 'delete');
    await soon(async () => expect(await world.store.get(id)).toBeUndefined());
  });

  it('leaves a cluster of another Kubernetes cluster alone whose labels somebody’s pod carries here', async () => {
    const { kubernetes } = await begin({
      simulator: { namespaces: ['data-eng', 'elsewhere'] },
    });
    const backend = world.startBackend();
    const stored = await world.store.create(
      newCluster({ kubernetesCluster: 'other' }),
    );
    await kubernetes.objects.create(podThatClaims(stored.id));
    await soon(() =>
      expect(
        backend.connection.watcher.objectsOf(stored.id).pods,
      ).not.toHaveLength(0),
    );

    // what is told later is seen to later
    const { id } = await world.create(backend, { name: 'own' });
    await world.shows(id, { state: 'ACTIVE' });
    expect(await kubernetes.thingsOf(stored.id)).toEqual([]);
    expect(await world.store.get(stored.id)).toEqual(stored);
  });
});
