import { eventually } from '../__testUtils__/eventually';
import { WatcherWorld } from '../__testUtils__/WatcherWorld';
import { wireJob, wirePod } from '../__testUtils__/wireObjects';
import { DefaultObjectWatcher } from './DefaultObjectWatcher';

/** Everything in all namespaces at once. */
const WIDE = /^\/api(s\/batch)?\/v1\/[a-z]+$/;

describe('DefaultObjectWatcher where it may watch', () => {
  let world: WatcherWorld;
  let watcher: DefaultObjectWatcher;

  beforeEach(async () => {
    world = await WatcherWorld.create();
    ({ watcher } = world);
  });

  afterEach(() => world.stop());

  it('selects ours only', async () => {
    await watcher.start();
    expect(
      world.server.requests
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
    expect(watcher.answeredAt()).toEqual(world.clock.now());
  });

  it('watches by namespace where all of them are forbidden', async () => {
    world.forbidden = WIDE;
    await watcher.start();
    await eventually(() => world.watches.size === 12);
    expect([...world.watches.keys()].sort()).toEqual([
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
    world.send('/api/v1/namespaces/b/pods', {
      object: wirePod('p', 'Running'),
    });
    await eventually(() => world.changes.length === 1);
  });

  it('says what is forbidden and what to do', async () => {
    world.forbidden = /pods/;
    void watcher.start();
    await eventually(() => watcher.problem() !== undefined);
    expect(watcher.synced()).toBe(false);
    expect(watcher.problem()).toBe(
      'Kubernetes forbids to watch Pod: not allowed. Allow list and watch of pods, jobs and events in the namespaces of the mappings, or everywhere.',
    );
  });

  describe('once it may not watch everything any more', () => {
    let followedUntil: Date;
    let gone: [string, Date][];

    /** Shows a Job in `a` and a pod, and later takes the right to watch all namespaces away. */
    const narrow = async (podNamespace: string, forbidden = WIDE) => {
      const pod = wirePod('pod', 'Running');
      pod.metadata.namespace = podNamespace;
      followedUntil = world.clock.now();
      gone = [];
      watcher.onPodGone(({ uid }, seenAt) => gone.push([uid, seenAt]));
      await watcher.start();
      world.send('/apis/batch/v1/jobs', { object: wireJob('job') });
      world.send('/api/v1/pods', { object: pod });
      await eventually(() => world.changes.length === 2);
      expect(watcher.covers('anything')).toBe(true);
      world.clock.advance(10_000);
      world.forbidden = forbidden;
      world.watches.forEach(watch => watch.end());
      await eventually(() => watcher.objectsOf('one').jobs.length === 0);
    };

    it('forgets what was deleted meanwhile', async () => {
      await narrow('a');
      await eventually(() => gone.length === 1);
      expect(gone).toEqual([['pod', followedUntil]]);
      expect(watcher.objectsOf('one').pods).toEqual([]);
    });

    it('forgets what is where nobody looks any more', async () => {
      await narrow('elsewhere');
      await eventually(() => gone.length === 1);
      expect(watcher.objectsOf('one').pods).toEqual([]);
    });

    it('keeps what it is not told more of', async () => {
      await narrow('b', /^\/api(s\/batch)?\/v1\/[a-z]+$|\/b\/pods$/);
      await eventually(() => watcher.problem() !== undefined);
      expect(watcher.covers('a')).toBe(true);
      expect(watcher.covers('b')).toBe(false);
      expect(watcher.objectsOf('one').pods).toHaveLength(1);
      expect(gone).toEqual([]);
    });
  });
});

describe('DefaultObjectWatcher of clusters that run on in a namespace without a mapping', () => {
  let world: WatcherWorld;
  let watcher: DefaultObjectWatcher;

  beforeEach(async () => {
    world = await WatcherWorld.create({ formerNamespaces: ['former'] });
    ({ watcher } = world);
    world.forbidden = WIDE;
  });

  afterEach(() => world.stop());

  it('watches them where it may not watch everything', async () => {
    await watcher.start();
    await eventually(() => watcher.covers('former'));
    world.send('/api/v1/namespaces/former/pods', {
      object: wirePod('p', 'Running'),
    });
    await eventually(() => world.changes.length === 1);
    expect(watcher.covers('never-mapped')).toBe(false);
  });

  it('does not go by what it saw once that is forbidden', async () => {
    await watcher.start();
    await eventually(() => watcher.covers('former'));
    world.forbidden = /former/;
    world.clock.advance(10_000);
    world.watches.get('/api/v1/namespaces/former/pods')?.end();
    await eventually(() => watcher.refusalIn('former') === 'not allowed');
    expect(watcher.covers('former')).toBe(false);
  });

  it('is complete without them where that is forbidden, told once', async () => {
    world.forbidden = /^\/api(s\/batch)?\/v1\/([a-z]+$|namespaces\/former)/;
    await watcher.start();
    await eventually(() => world.logger.warn.mock.calls.length === 6);
    expect(watcher.synced()).toBe(true);
    expect(watcher.problem()).toBeUndefined();
    expect(watcher.covers('a')).toBe(true);
    expect(watcher.covers('former')).toBe(false);
    expect(watcher.refusalIn('former')).toBe('not allowed');
    expect(watcher.refusalIn('a')).toBeUndefined();
    expect(world.logger.warn).toHaveBeenCalledWith(
      'Kubernetes forbids to watch Pod: not allowed. Clusters in namespaces that are not mapped any more run on unseen.',
    );
  });
});
