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

    describe('and then may again', () => {
      const PODS = '/api/v1/pods';
      const TEN_MINUTES = 600_000;

      const podIn = (namespace: string, uid: string) => {
        const pod = wirePod(uid, 'Running');
        const metadata = { ...pod.metadata, namespace, resourceVersion: '11' };
        return { ...pod, metadata };
      };

      /** Narrowed, and each namespace with a pod. */
      const narrowed = async () => {
        world.present.set('/api/v1/namespaces/a/pods', [
          { object: podIn('a', 'in-a') },
        ]);
        world.present.set('/api/v1/namespaces/b/pods', [
          { object: podIn('b', 'in-b') },
        ]);
        await narrow('a');
        await eventually(() => watcher.objectsOf('one').pods.length === 2);
        world.watches.delete(PODS);
        world.changes.length = 0;
        gone.length = 0;
      };

      const pods = () =>
        watcher
          .objectsOf('one')
          .pods.map(({ uid }) => uid)
          .sort();

      it('sees all namespaces by one watch, and tells only what is new', async () => {
        await narrowed();
        world.present.set(PODS, [
          { object: podIn('a', 'in-a') },
          { object: podIn('b', 'in-b') },
          { object: podIn('elsewhere', 'new') },
        ]);
        world.forbidden = undefined;
        world.clock.advance(TEN_MINUTES);

        await eventually(() => watcher.covers('anything'));
        await eventually(() => pods().length === 3);
        expect(pods()).toEqual(['in-a', 'in-b', 'new']);
        expect(world.changes).toEqual(['one']);
        expect(gone).toEqual([]);
        world.send('/api/v1/namespaces/a/pods', {
          type: 'DELETED',
          object: podIn('a', 'in-a'),
        });
        world.send(PODS, { type: 'DELETED', object: podIn('b', 'in-b') });
        await eventually(() => gone.length > 0);
        expect(gone.map(([uid]) => uid)).toEqual(['in-b']);
      });

      it('tells once of what was deleted meanwhile', async () => {
        await narrowed();
        world.present.set(PODS, [{ object: podIn('b', 'in-b') }]);
        world.forbidden = undefined;
        world.clock.advance(TEN_MINUTES);

        await eventually(() => gone.length > 0);
        expect(pods()).toEqual(['in-b']);
        expect(gone).toEqual([['in-a', expect.any(Date)]]);
      });

      it('goes on by namespace while it still may not', async () => {
        await narrowed();
        world.clock.advance(TEN_MINUTES);
        const asked = world.server.requests.length;
        await eventually(() =>
          world.server.requests
            .slice(asked)
            .some(({ url }) => url.pathname === PODS),
        );

        expect(watcher.covers('anything')).toBe(false);
        expect(pods()).toEqual(['in-a', 'in-b']);
        expect(gone).toEqual([]);
      });

      it('narrows again when that is forbidden once more', async () => {
        await narrowed();
        world.forbidden = undefined;
        world.present.set(PODS, [
          { object: podIn('a', 'in-a') },
          { object: podIn('b', 'in-b') },
        ]);
        world.clock.advance(TEN_MINUTES);
        await eventually(() => watcher.covers('anything'));
        world.clock.advance(10_000);
        world.forbidden = WIDE;
        world.watches.get(PODS)?.end();

        await eventually(() => !watcher.covers('anything'));
        await eventually(() => watcher.covers('a') && watcher.covers('b'));
        expect(pods()).toEqual(['in-a', 'in-b']);
        expect(gone).toEqual([]);
      });
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
