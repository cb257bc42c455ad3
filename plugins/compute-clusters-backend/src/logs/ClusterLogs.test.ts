import { TestDatabases } from '@backstage/backend-test-utils';
import { text } from 'stream/consumers';
import { gzipSync } from 'zlib';
import { ManualClock } from '../clock';
import { KnexLogArchiveStore, NewLogArchive } from '../database';
import { newCluster, testStores } from '../database/__testUtils__';
import { KubernetesError, PodLogRequest, PodRecord } from '../kubernetes';
import { eventually } from '../kubernetes/__testUtils__/eventually';
import {
  aDriver,
  ago,
  anEndedDriver,
  anExecutor,
  aReadyDriver,
  NOW,
  objects,
} from '../reconciler/__testUtils__/objects';
import { ClusterLogs, LogQuery, LogSource } from './ClusterLogs';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

type Open = LogSource['logs']['open'];

async function* lines(...all: string[]) {
  for (const line of all) {
    yield Buffer.from(`${line}\n`);
  }
}

const refuse = (error: KubernetesError) => async () => {
  throw error;
};

async function open(
  options: {
    pods?: PodRecord[];
    logs?: Open;
    synced?: boolean;
    configured?: boolean;
  } = {},
) {
  const { knex, store } = await testStores(databases, 'SQLITE_3');
  const clock = ManualClock.create({ now: NOW });
  const archives = KnexLogArchiveStore.create({ knex, clock });
  const { id } = await store.create(newCluster());
  const asked: PodLogRequest[] = [];
  const source: LogSource = {
    name: 'demo',
    logs: {
      open: async (request, controller) => {
        asked.push(request);
        return await (options.logs ?? (async () => lines('live')))(
          request,
          controller,
        );
      },
    },
    watcher: {
      objectsOf: clusterId =>
        objects({ pods: clusterId === id ? options.pods ?? [] : [] }),
      synced: () => options.synced ?? true,
    },
  };
  const logs = ClusterLogs.create({
    kubernetes: { all: () => (options.configured === false ? [] : [source]) },
    archives,
    clock,
  });
  const cluster = { id, kubernetesCluster: 'demo', namespace: 'data-eng' };
  return {
    clock,
    asked,
    listPods: () => logs.listPods(cluster),
    begin: (query: LogQuery = {}) =>
      logs.open(cluster, query, new AbortController()),
    read: async (query: LogQuery = {}) =>
      await text(await logs.open(cluster, query, new AbortController())),
    keep: async (changes: Partial<NewLogArchive> = {}) =>
      await archives.save({
        podUid: 'kept-uid',
        clusterId: id,
        run: 1,
        pod: 'kept',
        component: 'driver',
        phase: 'Failed',
        startedAt: new Date(ago(600)),
        endedAt: new Date(ago(500)),
        bytes: 10,
        content: gzipSync('2026-01-01T12:00:00Z kept\n'),
        failure: null,
        ...changes,
      }),
  };
}

describe('the list of pods', () => {
  it('has live and archived ones, newest first, each once', async () => {
    const ended = anEndedDriver({ exitCode: 1 }, { name: 'ended', uid: 'e' });
    const { listPods, keep } = await open({
      pods: [anExecutor(), aReadyDriver(), ended],
    });
    await keep();
    await keep({ podUid: 'e', pod: 'ended' });

    expect(
      (await listPods()).map(({ name, live, logs }) => [name, live, logs]),
    ).toEqual([
      ['ended', true, 'live'],
      ['etl-1-abcde-exec-1', true, 'live'],
      ['etl-1-abcde', true, 'live'],
      ['kept', false, 'archived'],
    ]);
  });

  it('tells what has no log yet, and when pods began and ended', async () => {
    const { listPods } = await open({
      pods: [aDriver(), anEndedDriver({ exitCode: 0 }, { name: 'ended' })],
    });

    expect(await listPods()).toMatchObject([
      { name: 'etl-1-abcde', logs: 'none', startedAt: null, endedAt: null },
      { name: 'ended', logs: 'live', endedAt: new Date(ago(10)) },
    ]);
  });
});

describe('a log', () => {
  it('is that of the newest driver unless told', async () => {
    const { read, asked } = await open({
      pods: [
        anExecutor({ createdAt: ago(1) }),
        aReadyDriver({ name: 'old', createdAt: ago(90) }),
        aReadyDriver({ name: 'new', createdAt: ago(30) }),
      ],
    });

    expect(await read()).toBe('live\n');
    expect(asked).toMatchObject([
      { namespace: 'data-eng', pod: 'new', container: 'driver' },
    ]);
  });

  it('is that of the last driver that is kept when there is none', async () => {
    const { read, keep } = await open({ pods: [anExecutor()] });
    await keep();

    expect(await read()).toBe('kept\n');
  });

  it.each<[string, Parameters<typeof open>[0]]>([
    [
      'its pod has just gone',
      {
        logs: refuse(new KubernetesError('NotFound', 'no pod', 404)),
      },
    ],
    [
      'Kubernetes does not give it',
      { logs: refuse(new KubernetesError('Unreachable', 'broken')) },
    ],
  ])('comes from the archive when %s', async (_, options) => {
    const pods = [anEndedDriver({ exitCode: 1 })];
    const { read, keep } = await open({ pods, ...options });
    await keep({ pod: pods[0].name });

    expect(await read()).toBe('kept\n');
  });

  it('comes from the archive when its Kubernetes cluster is no longer configured', async () => {
    const { read, keep } = await open({ configured: false });
    await keep();

    expect(await read({ pod: 'kept' })).toBe('kept\n');
  });

  it.each<[string, Parameters<typeof open>[0], LogQuery, object]>([
    [
      'of a pod that waits',
      { pods: [aDriver()] },
      {},
      { name: 'ConflictError', code: 'no-log-yet' },
    ],
    [
      'of a container that is being made',
      {
        pods: [aReadyDriver()],
        logs: refuse(
          new KubernetesError(
            'Invalid',
            'container "driver" in pod "etl" is waiting to start: ContainerCreating',
            400,
          ),
        ),
      },
      {},
      { name: 'ConflictError', code: 'no-log-yet' },
    ],
    [
      'of an unknown container',
      {
        pods: [aReadyDriver()],
        logs: refuse(
          new KubernetesError(
            'Invalid',
            'container x is not valid for pod etl',
          ),
        ),
      },
      { container: 'x' },
      { name: 'InputError' },
    ],
    [
      'of before a restart',
      {
        pods: [aReadyDriver()],
        logs: refuse(
          new KubernetesError(
            'Invalid',
            'previous terminated container "driver" in pod "etl" not found',
          ),
        ),
      },
      { previous: true },
      { name: 'NotFoundError', code: 'no-previous-log' },
    ],
    [
      'that the portal may not read',
      {
        pods: [aReadyDriver()],
        logs: refuse(new KubernetesError('Forbidden', 'no', 403)),
      },
      {},
      {
        code: 'log-unavailable',
        message: expect.stringContaining('"get" on "pods/log"'),
      },
    ],
    [
      'of a pod that may be there, before Kubernetes has answered',
      { synced: false },
      { pod: 'any' },
      { name: 'ServiceUnavailableError', code: 'log-unavailable' },
    ],
    [
      'of a pod that is nowhere',
      { pods: [aReadyDriver()] },
      { pod: 'nowhere' },
      { name: 'NotFoundError', code: 'pod-not-found' },
    ],
    [
      'of a cluster that never ran',
      {},
      {},
      { name: 'NotFoundError', code: 'pod-not-found' },
    ],
  ])('%s is refused', async (_, options, query, error) => {
    const { begin } = await open(options);

    await expect(begin(query)).rejects.toMatchObject(error);
  });

  it('of before a restart is not in the archive', async () => {
    const { begin, keep } = await open();
    await keep();

    await expect(begin({ previous: true })).rejects.toMatchObject({
      code: 'no-previous-log',
    });
  });

  it('that is followed and silent is open after two seconds', async () => {
    let speak = (_log: AsyncIterable<Buffer>) => {};
    const { begin, clock } = await open({
      pods: [aReadyDriver()],
      logs: async ({ follow }) =>
        follow
          ? await new Promise(resolve => {
              speak = resolve;
            })
          : lines(),
    });
    const opening = begin({ follow: true, tail: 0 });
    await eventually(() => clock.pending > 0);
    clock.advance(2_000);
    const log = await opening;
    speak(lines('at last'));

    expect(await text(log)).toBe('at last\n');
    expect(clock.pending).toBe(0);
  });

  it('that is followed from now on is refused like any other', async () => {
    const { begin, asked } = await open({
      pods: [aReadyDriver()],
      logs: refuse(new KubernetesError('Unreachable', 'broken')),
    });

    await expect(begin({ follow: true, tail: 0 })).rejects.toMatchObject({
      code: 'log-unavailable',
    });
    expect(asked).toMatchObject([{ follow: false, tail: 0 }]);
  });
});
