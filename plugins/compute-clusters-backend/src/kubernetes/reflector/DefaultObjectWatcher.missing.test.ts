import { eventually } from '../__testUtils__/eventually';
import { WatcherWorld } from '../__testUtils__/WatcherWorld';
import { wireJob, wireLabels } from '../__testUtils__/wireObjects';
import { DefaultObjectWatcher } from './DefaultObjectWatcher';

describe('DefaultObjectWatcher tells what a cluster misses', () => {
  let world: WatcherWorld;
  let watcher: DefaultObjectWatcher;

  beforeEach(async () => {
    world = await WatcherWorld.create();
    ({ watcher } = world);
  });

  afterEach(() => world.stop());

  const lasting = (name: string, metadata: object = {}) => ({
    metadata: {
      uid: name,
      name,
      namespace: 'a',
      labels: wireLabels('one'),
      ...metadata,
    },
  });
  const missing = () => watcher.objectsOf('one').missing.join();

  it('by metadata alone', async () => {
    await watcher.start();
    await eventually(() => world.watches.size === 6);
    const asked = world.server.requests.filter(({ url: { pathname } }) =>
      /secrets|configmaps|services/.test(pathname),
    );
    expect(asked.map(({ headers }) => headers.accept)).toEqual(
      Array(3).fill(
        'application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1',
      ),
    );
  });

  it('and wakes who has to put it back', async () => {
    await watcher.start();
    world.send('/apis/batch/v1/jobs', { object: wireJob('job') });
    await eventually(() => missing() === 'Secret,ConfigMap,Service');
    world.send('/api/v1/secrets', { object: lasting('etl') });
    world.send('/api/v1/configmaps', { object: lasting('etl') });
    world.send('/api/v1/services', { object: lasting('etl') });
    await eventually(() => missing() === '');
    world.changes.splice(0);

    world.send('/api/v1/services', { type: 'DELETED', object: lasting('etl') });
    await eventually(() => missing() === 'Service');
    expect(world.changes).toEqual(['one']);
  });

  it('whatever else it has of that kind', async () => {
    await watcher.start();
    world.send('/apis/batch/v1/jobs', { object: wireJob('job') });
    world.send(
      '/api/v1/secrets',
      { object: lasting('etl-values-one') },
      { object: lasting('spark', { ownerReferences: [{ kind: 'Pod' }] }) },
      { object: lasting('other', { labels: wireLabels('two') }) },
    );
    world.send('/apis/batch/v1/jobs', { object: wireJob('job2', 'two') });
    await eventually(
      () => watcher.objectsOf('two').missing.join() === 'ConfigMap,Service',
    );
    expect(missing()).toContain('Secret');
  });

  it('nothing of where it may not look, told once; and begins without', async () => {
    world.forbidden = /secrets/;
    await watcher.start();
    world.send('/apis/batch/v1/jobs', { object: wireJob('job') });
    await eventually(() => missing() === 'ConfigMap,Service');
    await eventually(() => world.logger.warn.mock.calls.length > 0);
    const asked = () =>
      world.server.requests.filter(({ url }) =>
        url.pathname.includes('secrets'),
      ).length;
    await eventually(() => asked() === 3);
    expect(watcher.synced()).toBe(true);
    expect(watcher.problem()).toBeUndefined();

    world.clock.advance(59_000);
    expect(asked()).toBe(3);
    world.clock.advance(1_000);
    await eventually(() => asked() === 5);
    expect(world.logger.warn).toHaveBeenCalledTimes(1);
    expect(world.logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('Allow list and watch of secrets'),
    );
  });
});
