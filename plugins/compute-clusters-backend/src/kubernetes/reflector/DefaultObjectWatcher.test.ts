import { eventually } from '../__testUtils__/eventually';
import { WatcherWorld } from '../__testUtils__/WatcherWorld';
import { wireJob, wirePod } from '../__testUtils__/wireObjects';
import { DefaultObjectWatcher } from './DefaultObjectWatcher';

describe('DefaultObjectWatcher', () => {
  let world: WatcherWorld;
  let watcher: DefaultObjectWatcher;

  beforeEach(async () => {
    world = await WatcherWorld.create();
    ({ watcher } = world);
  });

  afterEach(() => world.stop());

  it('gathers the objects of a cluster, and tells that it changed', async () => {
    await watcher.start();
    world.send('/apis/batch/v1/jobs', { object: wireJob('j') });
    world.send('/api/v1/pods', { object: wirePod('p', 'Running') });
    await eventually(() => world.changes.length === 2);
    expect(world.changes).toEqual(['one', 'one']);
    const { jobs, pods } = watcher.objectsOf('one');
    expect(jobs.map(({ uid }) => uid)).toEqual(['j']);
    expect(pods.map(({ uid }) => uid)).toEqual(['p']);
    expect(watcher.clusterIds()).toEqual(['one']);
  });

  it('forgets a cluster with its last object', async () => {
    await watcher.start();
    world.send('/api/v1/pods', { object: wirePod('p', 'Running') });
    world.send('/api/v1/pods', {
      type: 'DELETED',
      object: wirePod('p', 'Running'),
    });
    await eventually(() => world.changes.length === 2);
    expect(watcher.clusterIds()).toEqual([]);
  });

  it('sums up what living pods of a namespace ask for', async () => {
    await watcher.start();
    world.send(
      '/api/v1/pods',
      { object: wirePod('p', 'Running') },
      { object: wirePod('q', 'Pending') },
      { object: wirePod('r', 'Failed') },
    );
    await eventually(() => world.changes.length === 3);
    expect(watcher.useOf('a')).toEqual({ cpu: 2000, memory: 4096, pods: 2 });
    expect(watcher.useOf('b')).toEqual({ cpu: 0, memory: 0, pods: 0 });
  });

  it('remembers pods that ended by themselves, and no others', async () => {
    await watcher.start();
    for (const [uid, phase] of [
      ['failed', 'Failed'],
      ['stopped', 'Running'],
    ]) {
      world.send('/api/v1/pods', { object: wirePod(uid, phase) });
      world.send('/api/v1/pods', {
        type: 'DELETED',
        object: wirePod(uid, phase),
      });
    }
    await eventually(() => world.changes.length === 4);
    expect(watcher.objectsOf('one').gone.map(({ uid }) => uid)).toEqual([
      'failed',
    ]);
  });
});
