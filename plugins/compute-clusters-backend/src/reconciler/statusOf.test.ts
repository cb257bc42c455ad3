import { observe } from './observe';
import { statusOf } from './statusOf';
import { aDesiredCluster } from './__testUtils__/desired';
import {
  ago,
  aJob,
  anExecutor,
  aReadyDriver,
  NOW,
  objects,
} from './__testUtils__/objects';
import { statusSeen } from './__testUtils__/statusCases';

describe('statusOf', () => {
  it('keeps the time of a state that lasts, and renews that of a new one', () => {
    const since = new Date(ago(600));
    const seen = { jobs: [aJob()], pods: [aReadyDriver()] };
    const stays = statusSeen({ previous: { state: 'ACTIVE', since } }, seen);
    expect(stays.since).toEqual(since);
    const changes = statusSeen(
      { previous: { state: 'STARTING', since } },
      seen,
    );
    expect(changes.since).toEqual(NOW);
  });

  it('says that the quota has no room for more executors, as no fault', () => {
    const seen = { jobs: [aJob()], pods: [aReadyDriver(), anExecutor()] };
    const status = statusOf(aDesiredCluster({}), observe(objects(seen)), {
      now: NOW,
      heardAt: NOW,
      room: {
        wanted: 1,
        most: 4,
        size: { cpu: 2000, memory: 8192, pods: 1 },
        used: { cpu: 3000, memory: 9000, pods: 2 },
        hard: { cpu: 4000, memory: null, pods: null },
      },
    });
    expect(status).toMatchObject({ state: 'ACTIVE', reason: 'Ready' });
    expect(status.executors.reason).toBe('QuotaExceeded');
    expect(status.message).toMatch(
      /^The driver is ready\. The namespace's quota has no room for more than 1 of at most 4 executors/,
    );
  });

  it('tells of the driver and of the executors', () => {
    const waits = anExecutor({
      uid: 'e2',
      phase: 'Pending',
      container: { state: 'waiting', reason: 'ImagePullBackOff' },
    });
    const status = statusSeen(
      {},
      {
        jobs: [aJob({ failed: 1 })],
        pods: [aReadyDriver(), anExecutor(), waits],
      },
    );
    expect(status.driver).toEqual({
      pod: 'etl-1-abcde',
      ready: true,
      attempts: 2,
    });
    expect(status.executors).toEqual({
      running: 1,
      pending: 1,
      max: 4,
      reason: 'ImagePullFailed',
    });
  });
});
