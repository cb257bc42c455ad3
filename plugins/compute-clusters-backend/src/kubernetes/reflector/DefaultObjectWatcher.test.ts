import { mockServices } from '@backstage/backend-test-utils';
import http from 'http';
import { ManualClock } from '../../clock';
import { KubernetesHttp } from '../KubernetesHttp';
import { EventRecord } from '../records';
import { eventually } from '../__testUtils__/eventually';
import { ScriptedApiServer } from '../__testUtils__/ScriptedApiServer';
import { DefaultObjectWatcher } from './DefaultObjectWatcher';

const END = {
  type: 'BOOKMARK',
  object: {
    metadata: {
      resourceVersion: '9',
      annotations: { 'k8s.io/initial-events-end': 'true' },
    },
  },
};

const labels = (clusterId: string) => ({
  'compute-clusters.backstage.io/cluster-id': clusterId,
  'compute-clusters.backstage.io/run': '1',
  'compute-clusters.backstage.io/component': 'driver',
});

const job = (uid: string) => ({
  metadata: { uid, name: 'etl-1', namespace: 'a', labels: labels('one') },
});

const pod = (uid: string, phase: string) => ({
  metadata: { uid, namespace: 'a', labels: labels('one') },
  spec: {
    containers: [{ resources: { requests: { cpu: '1', memory: '2Gi' } } }],
  },
  status: { phase },
});

const refusal = (uid: string, jobUid: string, time: string) => ({
  metadata: { uid, namespace: 'a' },
  reason: 'FailedCreate',
  message: `refused ${uid}`,
  involvedObject: { kind: 'Job', name: 'etl-1', uid: jobUid },
  lastTimestamp: time,
});

describe('DefaultObjectWatcher', () => {
  let server: ScriptedApiServer;
  let clock: ManualClock;
  let client: KubernetesHttp;
  let watcher: DefaultObjectWatcher;
  let changes: string[];
  /** Open watches by path. */
  let watches: Map<string, http.ServerResponse>;
  let forbidden: RegExp | undefined;
  let logger: ReturnType<typeof mockServices.logger.mock>;

  beforeEach(async () => {
    server = await ScriptedApiServer.start();
    clock = ManualClock.create();
    client = KubernetesHttp.create({ kubeConfig: server.kubeConfig(), clock });
    changes = [];
    watches = new Map();
    forbidden = undefined;
    logger = mockServices.logger.mock();
    server.answer(({ url: { pathname } }, response) => {
      if (forbidden?.test(pathname)) {
        response.writeHead(403).end('{"message":"not allowed"}');
        return;
      }
      watches.set(pathname, response.writeHead(200));
      send(pathname, END);
    });
  });

  afterEach(async () => {
    await watcher.stop();
    client.close();
    await server.stop();
  });

  function watch(namespaces: string[] = []) {
    watcher = DefaultObjectWatcher.create({
      http: client,
      clock,
      logger,
      random: () => 0,
      namespaces,
    });
    watcher.onChange(clusterId => changes.push(clusterId));
    return watcher.start();
  }

  let version = 10;
  function send(path: string, ...events: object[]) {
    for (const event of events) {
      version += 1;
      const text = JSON.stringify({ type: 'ADDED', ...event });
      watches
        .get(path)
        ?.write(
          `${text.replace(
            '"metadata":{',
            `"metadata":{"resourceVersion":"${version}",`,
          )}\n`,
        );
    }
  }

  it('selects ours only', async () => {
    await watch();
    expect(
      server.requests
        .map(({ url }) => [
          url.pathname,
          url.searchParams.get('labelSelector') ??
            url.searchParams.get('fieldSelector'),
        ])
        .sort(),
    ).toEqual([
      ['/api/v1/configmaps', 'app.kubernetes.io/managed-by=compute-clusters'],
      ['/api/v1/events', null],
      ['/api/v1/pods', 'app.kubernetes.io/managed-by=compute-clusters'],
      ['/api/v1/secrets', 'app.kubernetes.io/managed-by=compute-clusters'],
      ['/api/v1/services', 'app.kubernetes.io/managed-by=compute-clusters'],
      ['/apis/batch/v1/jobs', 'app.kubernetes.io/managed-by=compute-clusters'],
    ]);
    expect(watcher.synced()).toBe(true);
    expect(watcher.answeredAt()).toEqual(clock.now());
  });

  it('gathers the objects of a cluster, and tells that it changed', async () => {
    await watch();
    send('/apis/batch/v1/jobs', { object: job('j') });
    send('/api/v1/pods', { object: pod('p', 'Running') });
    await eventually(() => changes.length === 2);
    expect(changes).toEqual(['one', 'one']);
    const { jobs, pods } = watcher.objectsOf('one');
    expect(jobs.map(({ uid }) => uid)).toEqual(['j']);
    expect(pods.map(({ uid }) => uid)).toEqual(['p']);
    expect(watcher.clusterIds()).toEqual(['one']);
  });

  it('forgets a cluster with its last object', async () => {
    await watch();
    send('/api/v1/pods', { object: pod('p', 'Running') });
    send('/api/v1/pods', { type: 'DELETED', object: pod('p', 'Running') });
    await eventually(() => changes.length === 2);
    expect(watcher.clusterIds()).toEqual([]);
  });

  it('sums up what living pods of a namespace ask for', async () => {
    await watch();
    send(
      '/api/v1/pods',
      { object: pod('p', 'Running') },
      { object: pod('q', 'Pending') },
      { object: pod('r', 'Failed') },
    );
    await eventually(() => changes.length === 3);
    expect(watcher.useOf('a')).toEqual({ cpu: 2000, memory: 4096, pods: 2 });
    expect(watcher.useOf('b')).toEqual({ cpu: 0, memory: 0, pods: 0 });
  });

  it('gives a Job its refusals in order, also those that came before it, and none of an earlier Job of its name', async () => {
    await watch();
    send(
      '/api/v1/events',
      { object: refusal('late', 'j', '2026-01-01T00:00:09Z') },
      { object: refusal('early', 'j', '2026-01-01T00:00:01Z') },
      { object: refusal('older', 'other', '2026-01-01T00:00:00Z') },
    );
    send('/apis/batch/v1/jobs', { object: job('j') });
    await eventually(() => changes.length === 1);
    send('/api/v1/events', {
      object: refusal('last', 'j', '2026-01-01T00:01:00Z'),
    });
    await eventually(() => changes.length === 2);
    expect(
      watcher.objectsOf('one').refusals.map(({ message }) => message),
    ).toEqual(['refused early', 'refused late', 'refused last']);
  });

  it('keeps why the volumes of a pod are not there, and forgets it with the event', async () => {
    const failure = {
      metadata: { uid: 'm', namespace: 'a' },
      reason: 'FailedMount',
      message: 'configmap "x" not found',
      involvedObject: { kind: 'Pod', name: 'etl-1-abcde', uid: 'p' },
    };
    await watch();
    send('/api/v1/pods', { object: pod('p', 'Pending') });
    await eventually(() => changes.length === 1);
    send('/api/v1/events', { object: failure });
    await eventually(() => changes.length === 2);
    expect(watcher.objectsOf('one').mountFailures).toMatchObject([
      { podUid: 'p', message: 'configmap "x" not found' },
    ]);
    send('/api/v1/events', { type: 'DELETED', object: failure });
    await eventually(() => changes.length === 3);
    expect(watcher.objectsOf('one').mountFailures).toEqual([]);
  });

  it('remembers pods that ended by themselves, and no others', async () => {
    await watch();
    for (const [uid, phase] of [
      ['failed', 'Failed'],
      ['stopped', 'Running'],
    ]) {
      send('/api/v1/pods', { object: pod(uid, phase) });
      send('/api/v1/pods', { type: 'DELETED', object: pod(uid, phase) });
    }
    await eventually(() => changes.length === 4);
    expect(watcher.objectsOf('one').gone.map(({ uid }) => uid)).toEqual([
      'failed',
    ]);
  });

  it('tells all events on, counted in the older and in the newer way', async () => {
    const events: EventRecord[] = [];
    await watch();
    watcher.onEvent(event => events.push(event));
    const about = {
      involvedObject: { kind: 'Pod', namespace: 'a', name: 'p', uid: 'u' },
    };
    send(
      '/api/v1/events',
      {
        object: {
          ...about,
          metadata: { uid: 'old', namespace: 'a' },
          type: 'Warning',
          reason: 'BackOff',
          message: 'Back-off',
          count: 3,
          firstTimestamp: '2026-01-01T00:00:01Z',
          lastTimestamp: '2026-01-01T00:00:09Z',
          eventTime: null,
        },
      },
      {
        object: {
          ...about,
          metadata: { uid: 'new', namespace: 'a' },
          type: 'Normal',
          reason: 'Scheduled',
          firstTimestamp: null,
          lastTimestamp: null,
          eventTime: '2026-01-01T00:00:02.000000Z',
          series: {
            count: 2,
            lastObservedTime: '2026-01-01T00:00:05.000000Z',
          },
        },
      },
    );
    await eventually(() => events.length === 2);
    expect(events).toEqual([
      {
        uid: 'old',
        namespace: 'a',
        kind: 'Pod',
        name: 'p',
        objectUid: 'u',
        type: 'Warning',
        reason: 'BackOff',
        message: 'Back-off',
        count: 3,
        firstSeen: Date.parse('2026-01-01T00:00:01Z'),
        lastSeen: Date.parse('2026-01-01T00:00:09Z'),
      },
      expect.objectContaining({
        uid: 'new',
        message: '',
        count: 2,
        firstSeen: Date.parse('2026-01-01T00:00:02Z'),
        lastSeen: Date.parse('2026-01-01T00:00:05Z'),
      }),
    ]);
  });

  it('watches by namespace where all of them are forbidden', async () => {
    forbidden = /^\/api(s\/batch)?\/v1\/[a-z]+$/;
    await watch(['a', 'b']);
    await eventually(() => watches.size === 12);
    expect([...watches.keys()].sort()).toEqual([
      '/api/v1/namespaces/a/configmaps',
      '/api/v1/namespaces/a/events',
      '/api/v1/namespaces/a/pods',
      '/api/v1/namespaces/a/secrets',
      '/api/v1/namespaces/a/services',
      '/api/v1/namespaces/b/configmaps',
      '/api/v1/namespaces/b/events',
      '/api/v1/namespaces/b/pods',
      '/api/v1/namespaces/b/secrets',
      '/api/v1/namespaces/b/services',
      '/apis/batch/v1/namespaces/a/jobs',
      '/apis/batch/v1/namespaces/b/jobs',
    ]);
    expect(watcher.problem()).toBeUndefined();
    send('/api/v1/namespaces/b/pods', { object: pod('p', 'Running') });
    await eventually(() => changes.length === 1);
  });

  it('says what is forbidden and what to do', async () => {
    forbidden = /pods/;
    void watch();
    await eventually(() => watcher.problem() !== undefined);
    expect(watcher.synced()).toBe(false);
    expect(watcher.problem()).toBe(
      'Kubernetes forbids to watch Pod: not allowed. Allow list and watch of pods, jobs and events in the namespaces of the mappings, or everywhere.',
    );
  });

  describe('tells what a cluster misses', () => {
    const lasting = (name: string, metadata: object = {}) => ({
      metadata: {
        uid: name,
        name,
        namespace: 'a',
        labels: labels('one'),
        ...metadata,
      },
    });
    const missing = () => watcher.objectsOf('one').missing.join();

    it('by metadata alone', async () => {
      await watch();
      await eventually(() => watches.size === 6);
      const asked = server.requests.filter(({ url: { pathname } }) =>
        /secrets|configmaps|services/.test(pathname),
      );
      expect(asked.map(({ headers }) => headers.accept)).toEqual(
        Array(3).fill(
          'application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1',
        ),
      );
    });

    it('and wakes who has to put it back', async () => {
      await watch();
      send('/apis/batch/v1/jobs', { object: job('job') });
      await eventually(() => missing() === 'Secret,ConfigMap,Service');
      send('/api/v1/secrets', { object: lasting('etl') });
      send('/api/v1/configmaps', { object: lasting('etl') });
      send('/api/v1/services', { object: lasting('etl') });
      await eventually(() => missing() === '');
      changes.splice(0);

      send('/api/v1/services', { type: 'DELETED', object: lasting('etl') });
      await eventually(() => missing() === 'Service');
      expect(changes).toEqual(['one']);
    });

    it('whatever else it has of that kind', async () => {
      await watch();
      send('/apis/batch/v1/jobs', { object: job('job') });
      send(
        '/api/v1/secrets',
        { object: lasting('etl-values-one') },
        { object: lasting('spark', { ownerReferences: [{ kind: 'Pod' }] }) },
        { object: lasting('other', { labels: labels('two') }) },
      );
      send('/apis/batch/v1/jobs', {
        object: {
          metadata: { ...job('job2').metadata, labels: labels('two') },
        },
      });
      await eventually(
        () => watcher.objectsOf('two').missing.join() === 'ConfigMap,Service',
      );
      expect(missing()).toContain('Secret');
    });

    it('nothing of where it may not look, told once; and begins without', async () => {
      forbidden = /secrets/;
      await watch(['a', 'b']);
      send('/apis/batch/v1/jobs', { object: job('job') });
      await eventually(() => missing() === 'ConfigMap,Service');
      await eventually(() => logger.warn.mock.calls.length > 0);
      const asked = () =>
        server.requests.filter(({ url }) => url.pathname.includes('secrets'))
          .length;
      await eventually(() => asked() === 3);
      expect(watcher.synced()).toBe(true);
      expect(watcher.problem()).toBeUndefined();

      clock.advance(59_000);
      expect(asked()).toBe(3);
      clock.advance(1_000);
      await eventually(() => asked() === 5);
      expect(logger.warn).toHaveBeenCalledTimes(1);
      expect(logger.warn).toHaveBeenCalledWith(
        expect.stringContaining('Allow list and watch of secrets'),
      );
    });
  });
});
