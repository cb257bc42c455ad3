import { ObservedStatus } from '../database';
import { ClusterObjects } from '../kubernetes/records';
import { lostPods, nextLook } from './deadlines';
import { observe } from './observe';
import { statusOf } from './statusOf';
import {
  aDesiredCluster,
  aStatus,
  DesiredChanges,
} from './__testUtils__/desired';
import {
  aDriver,
  ago,
  aJob,
  anExecutor,
  aReadyDriver,
  is,
  NOW,
  objects,
} from './__testUtils__/objects';

describe('statusOf: executors that end in a loop', () => {
  const deathsAt = (...times: number[]) => ({
    jobs: [aJob()],
    pods: [aReadyDriver()],
    gone: times.map((seconds, index) =>
      anExecutor({
        uid: `e${index}`,
        phase: 'Failed',
        container: {
          state: 'terminated',
          exitCode: 53,
          finishedAt: ago(seconds),
        },
      }),
    ),
  });

  it.each<[string, number[], string | null]>([
    ['one is bad luck', [5], null],
    ['two are as well', [5, 20], null],
    ['three within five minutes are none', [5, 20, 290], 'InvalidSpec'],
    ['three over a longer time are', [5, 20, 310], null],
  ])('%s', (_, times, reason) => {
    const status = look({}, deathsAt(...times));
    expect(status.state).toBe('ACTIVE');
    expect(status.executors.reason).toBe(reason);
    expect(status.message.includes('scratch volume')).toBe(reason !== null);
  });

  it('is over some time after the last ends', () => {
    const seen = deathsAt(5, 20, 290);
    expect(wait({ previous: aStatus({ state: 'ACTIVE' }) }, seen)).toBe(10_000);
  });
});

describe('nextLook', () => {
  it('is when a starting driver has taken too long', () => {
    const jobs = [aJob({ createdAt: ago(300) })];
    const since = new Date(ago(300));
    expect(wait({ previous: { since } }, { jobs })).toBe(10 * 60_000);
  });

  it('is when a pod should have been gone, with patience', () => {
    const pods = [aDriver({ deletingAt: ago(-20) })];
    expect(wait({ power: 'off' }, { pods })).toBe(35_000);
  });

  it('is never, while only events can change anything', () => {
    const seen = { jobs: [aJob()], pods: [aReadyDriver()] };
    expect(wait({ previous: aStatus({ state: 'ACTIVE' }) }, seen)).toBe(
      undefined,
    );
  });
});

describe('lostPods', () => {
  it('are those on nodes that do not answer, and those that should be gone', () => {
    const pods = [
      aReadyDriver({ uid: 'a', name: 'silent', ready: is('False', 5) }),
      aReadyDriver({
        uid: 'b',
        name: 'silent and late',
        ready: is('False', 400),
        deletingAt: ago(60),
      }),
      anExecutor({ uid: 'c', name: 'late', deletingAt: ago(60) }),
      anExecutor({ uid: 'd', name: 'ending', deletingAt: ago(5) }),
      anExecutor({ uid: 'e', name: 'well' }),
    ];
    const lost = lostPods(observe(objects({ pods })), NOW);
    expect(lost.map(({ pod }) => pod)).toEqual([
      'silent',
      'silent and late',
      'late',
    ]);
  });
});

function look(
  desired: DesiredChanges,
  seen: Partial<ClusterObjects>,
): ObservedStatus {
  return statusOf(aDesiredCluster(desired), observe(objects(seen)), {
    now: NOW,
    heardAt: NOW,
  });
}

function wait(desired: DesiredChanges, seen: Partial<ClusterObjects>) {
  return nextLook(
    aDesiredCluster(desired),
    observe(objects(seen)),
    look(desired, seen),
    NOW,
  );
}
