import { RefusalRecord } from '../kubernetes/records';
import { observe } from './observe';
import { Reason } from './reasons';
import {
  aDriver,
  ago,
  aJob,
  anEndedDriver,
  anExecutor,
  aReadyDriver,
  aRefusal,
  is,
  objects,
} from './__testUtils__/objects';

describe('observe: why there is no driver', () => {
  const cases: Record<
    string,
    { refusals: RefusalRecord[]; finds: Reason | null; says?: RegExp }
  > = {
    'nothing is known': { refusals: [], finds: null },
    'a full quota': {
      refusals: [
        aRefusal(
          'Error creating: pods "etl-1-x" is forbidden: exceeded quota: compute-clusters, requested: requests.cpu=4, used: requests.cpu=62, limited: requests.cpu=64',
        ),
      ],
      finds: 'QuotaExceeded',
      says: /no room for the driver \(requested: requests.cpu=4, used: requests.cpu=62, limited: requests.cpu=64\); terminate another/,
    },
    'a LimitRange': {
      refusals: [
        aRefusal(
          'Error creating: pods "etl-1-x" is forbidden: maximum memory usage per Container is 4Gi, but limit is 8Gi',
        ),
      ],
      finds: 'ForbiddenByKubernetes',
      says: /maximum memory usage per Container is 4Gi/,
    },
    'a limit that a quota counts and we did not set': {
      refusals: [
        aRefusal(
          'Error creating: pods "etl-1-x" is forbidden: failed quota: team: must specify limits.cpu for: driver',
        ),
      ],
      finds: 'ForbiddenByKubernetes',
      says: /must specify limits.cpu for: driver/,
    },
    'a namespace that forbids such pods': {
      refusals: [
        aRefusal(
          'Error creating: pods "etl-1-x" is forbidden: violates PodSecurity "restricted:latest"',
        ),
      ],
      finds: 'ForbiddenByKubernetes',
      says: /violates PodSecurity/,
    },
    'a quota that Kubernetes has not counted yet': {
      refusals: [
        aRefusal(
          'Error creating: pods "etl-1-x" is forbidden: status unknown for quota: compute-clusters, resources: pods',
        ),
      ],
      finds: 'Scheduling',
      says: /counts the namespace's quota/,
    },
    'the latest of several refusals': {
      refusals: [
        aRefusal('exceeded quota: q', { at: ago(40) }),
        aRefusal('maximum cpu usage per Pod is 1', { at: ago(2) }),
      ],
      finds: 'ForbiddenByKubernetes',
    },
    'refusals of an earlier Job of that name': {
      refusals: [aRefusal('exceeded quota: q', { at: ago(600) })],
      finds: null,
    },
    'refusals of another run': {
      refusals: [aRefusal('exceeded quota: q', { jobName: 'etl-7' })],
      finds: null,
    },
  };

  it.each(Object.entries(cases))('%s', (_name, { refusals, finds, says }) => {
    const [run] = observe(objects({ jobs: [aJob()], refusals })).runs;
    expect(run.job?.refusal?.reason ?? null).toBe(finds);
    expect(run.job?.refusal?.message ?? '').toMatch(says ?? /^/);
  });

  it('forgets refusals from before a driver that is gone', () => {
    const [run] = observe(
      objects({
        jobs: [aJob()],
        gone: [anEndedDriver({ exitCode: 1 })],
        refusals: [aRefusal('exceeded quota: q', { at: ago(50) })],
      }),
    ).runs;
    expect(run.job?.refusal).toBeNull();
  });

  it('forgets refusals once there is a pod', () => {
    const [run] = observe(
      objects({
        jobs: [aJob()],
        pods: [aDriver()],
        refusals: [aRefusal('exceeded quota: q')],
      }),
    ).runs;
    expect(run.job?.refusal).toBeNull();
  });
});

describe('observe: a Job that gave up', () => {
  const failure = {
    reason: 'BackoffLimitExceeded',
    message: 'Job has reached the specified backoff limit',
  };

  it('is told by its last attempt', () => {
    const pods = [
      anEndedDriver({ exitCode: 1 }, { uid: 'a', createdAt: ago(400) }),
      anEndedDriver(
        { exitCode: 137, reason: 'OOMKilled' },
        { uid: 'b', createdAt: ago(100) },
      ),
    ];
    const [run] = observe(
      objects({ jobs: [aJob({ failed: 6, failure })], pods }),
    ).runs;
    expect(run.job?.gaveUp?.reason).toBe('OutOfMemory');
    expect(run.attempts).toBe(6);
  });

  it('is told by its last attempt, although the pod is gone', () => {
    const [run] = observe(
      objects({
        jobs: [aJob({ failed: 6, failure })],
        gone: [anEndedDriver({ exitCode: 11 })],
      }),
    ).runs;
    expect(run.job?.gaveUp?.reason).toBe('SparkContextStopped');
  });

  it('is told by itself when no attempt is left', () => {
    const [run] = observe(objects({ jobs: [aJob({ failure })] })).runs;
    expect(run.job?.gaveUp).toEqual({
      reason: 'BackoffLimitExceeded',
      message: expect.stringContaining('restart the cluster'),
    });
  });
});

describe('observe: which attempt counts', () => {
  it('is the one that serves, not a later one', () => {
    const pods = [
      aReadyDriver({ uid: 'a', name: 'serves', createdAt: ago(90) }),
      aDriver({ uid: 'b', name: 'later', createdAt: ago(9) }),
    ];
    const [run] = observe(objects({ jobs: [aJob()], pods })).runs;
    expect(run.driver).toMatchObject({ pod: 'serves', ready: true });
  });

  it('is the new one, while the one that crashed is still shown', () => {
    const pods = [
      anEndedDriver({ exitCode: 1 }, { uid: 'a', name: 'crashed' }),
      aDriver({ uid: 'b', name: 'new', createdAt: ago(90) }),
    ];
    const [run] = observe(objects({ jobs: [aJob({ failed: 1 })], pods })).runs;
    expect(run).toMatchObject({ attempts: 2, driver: { pod: 'new' } });
  });

  it('is not ready while it is being deleted', () => {
    const pods = [aReadyDriver({ deletingAt: ago(-20) })];
    const [run] = observe(objects({ jobs: [aJob()], pods })).runs;
    expect(run.driver?.ready).toBe(false);
  });
});

describe('observe: runs', () => {
  it('lists those of which something is left, oldest first', () => {
    const seen = observe(
      objects({
        jobs: [aJob({ run: 3 })],
        pods: [aDriver({ run: 3 }), anExecutor({ run: 2 })],
      }),
    );
    expect(seen.runs.map(({ sequence }) => sequence)).toEqual([2, 3]);
    expect(seen.runs[0]).toMatchObject({
      job: null,
      liveExecutors: 1,
      pods: 1,
    });
  });

  it('knows the pod that should have been gone first', () => {
    const pods = [
      aDriver({ uid: 'a', deletingAt: ago(5), name: 'late', node: 'node-2' }),
      aDriver({ uid: 'b', deletingAt: ago(-5), name: 'later' }),
    ];
    const [run] = observe(objects({ pods })).runs;
    expect(run.ending).toEqual({
      pod: 'late',
      uid: 'a',
      node: 'node-2',
      due: ago(5),
    });
    expect(run.terminating.map(({ pod }) => pod)).toEqual(['late', 'later']);
  });

  it('knows the pods whose node does not answer', () => {
    const pods = [
      aReadyDriver({ uid: 'a', name: 'lost', ready: is('False', 5) }),
      anExecutor({ uid: 'b', name: 'lost too', ready: is('Unknown', 5) }),
      anExecutor({ uid: 'c' }),
    ];
    const [run] = observe(objects({ pods })).runs;
    expect(run.lost.map(({ pod }) => pod)).toEqual(['lost', 'lost too']);
  });

  it('sees nothing where there is nothing', () => {
    expect(observe(objects())).toEqual({
      runs: [],
      driverEnds: [],
      missing: [],
    });
  });
});

describe('observe: how drivers ended', () => {
  const end = (uid: string, exitCode: number, at: number, run = 1) =>
    anEndedDriver(
      { exitCode },
      {
        uid,
        run,
        container: { state: 'terminated', exitCode, finishedAt: ago(at) },
      },
    );

  it('is told by the last of each run, those included that are gone', () => {
    const { driverEnds } = observe(
      objects({
        jobs: [aJob({ run: 2 })],
        pods: [end('c', 11, 30, 2), aReadyDriver({ run: 2 })],
        gone: [end('b', 143, 60), end('a', 1, 90), end('d', 1, 20, 2)],
      }),
    );
    expect(driverEnds).toMatchObject([
      { run: 1, exitCode: 143, at: ago(60) },
      { run: 2, exitCode: 1, at: ago(20) },
    ]);
  });

  it('is told of one that was stopped, by its exit code', () => {
    const stopped = end('a', 143, 1);
    const { driverEnds } = observe(
      objects({ gone: [{ ...stopped, deletingAt: ago(3) }] }),
    );
    expect(driverEnds).toMatchObject([
      { exitCode: 143, finding: { reason: 'DriverExited' } },
    ]);
  });

  it('is told of one that was evicted before anybody knew its exit code', () => {
    const evicted = aReadyDriver({
      disrupted: is('True', 4, { reason: 'EvictionByEvictionAPI' }),
    });
    expect(observe(objects({ gone: [evicted] })).driverEnds).toMatchObject([
      { exitCode: null, at: ago(4), finding: { reason: 'Evicted' } },
    ]);
  });
});
