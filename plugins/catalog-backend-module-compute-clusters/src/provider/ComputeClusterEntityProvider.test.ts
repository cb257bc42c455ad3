import { SchedulerServiceTaskInvocationDefinition } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { DefaultEventsService } from '@backstage/plugin-events-node';
import {
  COMPUTE_CLUSTERS_TOPIC,
  ClusterChange,
  ComputeCluster,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { waitFor } from '../__testUtils__/waitFor';
import { cluster } from '../__testUtils__/cluster';
import { ComputeClusterEntityProvider } from './ComputeClusterEntityProvider';
import { FakeCatalog } from '../__testUtils__/FakeCatalog';
import { FakeClusters } from '../__testUtils__/FakeClusters';

const etl = cluster({ name: 'etl' });
const adHoc = cluster({ name: 'ad-hoc' });
const nightly = cluster({ name: 'nightly' });

describe('ComputeClusterEntityProvider', () => {
  const events = DefaultEventsService.create({
    logger: mockServices.logger.mock(),
  });
  let clusters: FakeClusters;
  let catalog: FakeCatalog;
  let tasks: SchedulerServiceTaskInvocationDefinition[];
  let shutDown: () => void;

  function createProvider(): ComputeClusterEntityProvider {
    const shutdownHooks: (() => unknown)[] = [];
    shutDown = () => shutdownHooks.forEach(hook => hook());
    return ComputeClusterEntityProvider.create({
      auth: mockServices.auth(),
      clusters,
      config: mockServices.rootConfig({
        data: { app: { baseUrl: 'http://localhost:3000/' } },
      }),
      events,
      lifecycle: mockServices.lifecycle.mock({
        addShutdownHook: hook => shutdownHooks.push(hook),
      }),
      logger: mockServices.logger.mock({
        child: () => mockServices.logger.mock(),
      }),
      taskRunner: { run: async task => void tasks.push(task) },
      times: {
        windowMs: 5,
        stormSize: 50,
        stormWindowMs: 5,
        stormWindows: 2,
        firstRetryMs: 1,
        lastRetryMs: 4,
      },
    });
  }

  async function connect(): Promise<void> {
    await createProvider().connect(catalog);
    await waitFor(() => catalog.mutations.length > 0);
  }

  async function tell(change: ClusterChange, ...changed: ComputeCluster[]) {
    for (const { id, kubernetesCluster, namespace, name } of changed) {
      await events.publish({
        topic: COMPUTE_CLUSTERS_TOPIC,
        eventPayload: {
          clusterId: id,
          kubernetesCluster,
          namespace,
          name,
          change,
        },
      });
    }
  }

  beforeEach(() => {
    clusters = new FakeClusters();
    catalog = new FakeCatalog();
    tasks = [];
  });

  afterEach(() => shutDown());

  it('writes all clusters at its start, page by page', async () => {
    [etl, adHoc, nightly].forEach(each => clusters.put(each));

    await connect();

    expect(catalog.mutations).toHaveLength(1);
    expect(catalog.mutations[0]).toMatchObject({
      type: 'full',
      entities: [
        { locationKey: 'compute-clusters' },
        { locationKey: 'compute-clusters' },
        { locationKey: 'compute-clusters' },
      ],
    });
    expect(catalog.refs).toEqual(
      new Set([
        'resource:data-eng/etl',
        'resource:data-eng/ad-hoc',
        'resource:data-eng/nightly',
      ]),
    );
    expect(clusters.queries).toEqual([
      { limit: 500, sort: 'createdAt' },
      { limit: 500, cursor: '2' },
    ]);
  });

  it('tries until the backend answers, and deletes nothing before', async () => {
    clusters.put(etl);
    clusters.failures = 3;

    await connect();

    expect(clusters.queries).toHaveLength(4);
    expect(catalog.mutations).toHaveLength(1);
    expect(catalog.refs).toEqual(new Set(['resource:data-eng/etl']));
  });

  it('writes nothing when one of the pages fails', async () => {
    [etl, adHoc, nightly].forEach(each => clusters.put(each));
    await connect();
    clusters.clusters.clear();
    clusters.failures = 1;

    await expect(tasks[0].fn(new AbortController().signal)).rejects.toThrow(
      'Not now',
    );

    expect(catalog.refs.size).toBe(3);
  });

  it('repairs on schedule what was missed', async () => {
    clusters.put(etl);
    await connect();
    clusters.clusters.clear();
    clusters.put(adHoc);

    await tasks[0].fn(new AbortController().signal);

    expect(catalog.refs).toEqual(new Set(['resource:data-eng/ad-hoc']));
  });

  it.each(['created', 'configured'] as const)(
    'writes a cluster again that was %s',
    async change => {
      await connect();
      clusters.put(etl);

      await tell(change, etl);
      await waitFor(() => catalog.mutations.length > 1);

      expect(catalog.mutations[1]).toMatchObject({
        type: 'delta',
        added: [
          {
            entity: { metadata: { namespace: 'data-eng', name: 'etl' } },
            locationKey: 'compute-clusters',
          },
        ],
        removed: [],
      });
    },
  );

  it('removes a cluster that was removed, without reading it', async () => {
    clusters.put(etl);
    await connect();

    await tell('removed', etl);
    await waitFor(() => catalog.mutations.length > 1);

    expect(catalog.mutations[1]).toEqual({
      type: 'delta',
      added: [],
      removed: [
        {
          entityRef: 'resource:data-eng/etl',
          locationKey: 'compute-clusters',
        },
      ],
    });
  });

  it.each(['commanded', 'observed'] as const)(
    'does nothing when a cluster was %s',
    async change => {
      clusters.put(etl);
      await connect();

      await tell(change, etl);
      // A change that counts comes after it, and is alone.
      clusters.put(adHoc);
      await tell('created', adHoc);
      await waitFor(() => catalog.mutations.length > 1);

      expect(catalog.mutations[1]).toMatchObject({
        added: [{ entity: { metadata: { name: 'ad-hoc' } } }],
      });
    },
  );

  it('writes changes that come together as one', async () => {
    await connect();
    [etl, adHoc, nightly].forEach(each => clusters.put(each));

    await tell('created', etl, adHoc, nightly, etl);
    await waitFor(() => catalog.refs.size === 3);

    expect(catalog.mutations).toHaveLength(2);
  });

  it('removes a cluster that is gone when it is read', async () => {
    clusters.put(etl);
    await connect();
    clusters.clusters.clear();

    await tell('configured', etl);
    await waitFor(() => catalog.refs.size === 0);

    expect(catalog.mutations).toHaveLength(2);
  });

  it('removes a cluster whose namespace nobody owns any more', async () => {
    clusters.put(etl);
    await connect();
    clusters.put({ ...etl, ownerRef: null });

    await tell('configured', etl);
    await waitFor(() => catalog.refs.size === 0);

    expect(catalog.mutations).toHaveLength(2);
  });

  it('keeps the entity of a name that was taken again', async () => {
    clusters.put(etl);
    await connect();
    const again = { ...etl, id: 'another' };
    clusters.clusters.clear();
    clusters.put(again);

    await tell('removed', etl);
    await tell('created', again);
    await waitFor(() => catalog.mutations.length > 1);

    expect(catalog.refs).toEqual(new Set(['resource:data-eng/etl']));
    expect(catalog.mutations[1]).toMatchObject({ removed: [] });
  });

  it('loses no change while the backend or the catalog fails', async () => {
    await connect();
    clusters.put(etl);
    clusters.failures = 2;
    catalog.failures = 1;

    await tell('created', etl);
    await waitFor(() => catalog.refs.has('resource:data-eng/etl'));

    expect(clusters.failures + catalog.failures).toBe(0);
  });

  it('does not undo a change that comes while all clusters are read', async () => {
    await connect();
    let open = () => {};
    clusters.gate = new Promise(resolve => {
      open = resolve;
    });
    const repair = tasks[0].fn(new AbortController().signal);
    await waitFor(() => clusters.queries.length > 1);

    clusters.put(etl);
    await tell('created', etl);
    open();
    await repair;
    await waitFor(() => catalog.mutations.length > 2);

    expect(catalog.mutations.map(({ type }) => type)).toEqual([
      'full',
      'full',
      'delta',
    ]);
    expect(catalog.refs).toEqual(new Set(['resource:data-eng/etl']));
  });

  it('ignores events that tell of no cluster', async () => {
    await connect();

    await events.publish({
      topic: COMPUTE_CLUSTERS_TOPIC,
      eventPayload: { clusterId: 1 },
    });
    clusters.put(etl);
    await tell('created', etl);
    await waitFor(() => catalog.mutations.length > 1);

    expect(catalog.mutations[1]).toMatchObject({ removed: [] });
  });

  it('stops trying at shutdown', async () => {
    clusters.failures = Infinity;
    await createProvider().connect(catalog);
    await waitFor(() => clusters.queries.length > 2);

    shutDown();
    const tried = clusters.queries.length;
    clusters.failures = 0;
    clusters.put(etl);
    await tasks[0].fn(new AbortController().signal);

    expect(clusters.queries.length).toBeLessThanOrEqual(tried + 2);
    expect(catalog.mutations).toHaveLength(1);
  });
});
