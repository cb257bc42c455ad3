import { EventRecord } from '../records';
import { eventually } from '../__testUtils__/eventually';
import { WatcherWorld } from '../__testUtils__/WatcherWorld';
import { wireJob, wirePod } from '../__testUtils__/wireObjects';
import { DefaultObjectWatcher } from './DefaultObjectWatcher';

const refusal = (uid: string, jobUid: string, time: string) => ({
  metadata: { uid, namespace: 'a' },
  reason: 'FailedCreate',
  message: `refused ${uid}`,
  involvedObject: { kind: 'Job', name: 'etl-1', uid: jobUid },
  lastTimestamp: time,
});

describe('DefaultObjectWatcher of events', () => {
  let world: WatcherWorld;
  let watcher: DefaultObjectWatcher;

  beforeEach(async () => {
    world = await WatcherWorld.create();
    ({ watcher } = world);
  });

  afterEach(() => world.stop());

  it('gives a Job its refusals in order, also those that came before it, and none of an earlier Job of its name', async () => {
    await watcher.start();
    world.send(
      '/api/v1/events',
      { object: refusal('late', 'j', '2026-01-01T00:00:09Z') },
      { object: refusal('early', 'j', '2026-01-01T00:00:01Z') },
      { object: refusal('older', 'other', '2026-01-01T00:00:00Z') },
    );
    world.send('/apis/batch/v1/jobs', { object: wireJob('j') });
    await eventually(() => world.changes.length === 1);
    world.send('/api/v1/events', {
      object: refusal('last', 'j', '2026-01-01T00:01:00Z'),
    });
    await eventually(() => world.changes.length === 2);
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
    await watcher.start();
    world.send('/api/v1/pods', { object: wirePod('p', 'Pending') });
    await eventually(() => world.changes.length === 1);
    world.send('/api/v1/events', { object: failure });
    await eventually(() => world.changes.length === 2);
    expect(watcher.objectsOf('one').mountFailures).toMatchObject([
      { podUid: 'p', message: 'configmap "x" not found' },
    ]);
    world.send('/api/v1/events', { type: 'DELETED', object: failure });
    await eventually(() => world.changes.length === 3);
    expect(watcher.objectsOf('one').mountFailures).toEqual([]);
  });

  it('tells all events on, counted in the older and in the newer way', async () => {
    const events: EventRecord[] = [];
    await watcher.start();
    watcher.onEvent(event => events.push(event));
    const about = {
      involvedObject: { kind: 'Pod', namespace: 'a', name: 'p', uid: 'u' },
    };
    world.send(
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
});
