import { eventually } from '../__testUtils__/eventually';
import { WatcherWorld } from '../__testUtils__/WatcherWorld';
import { wirePod } from '../__testUtils__/wireObjects';
import { DefaultObjectWatcher } from './DefaultObjectWatcher';

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
    world.forbidden = /^\/api(s\/batch)?\/v1\/[a-z]+$/;
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
});
