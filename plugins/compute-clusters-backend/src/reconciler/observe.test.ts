import { PodRecord, RefusalRecord } from '../kubernetes/records';
import { observe } from './observe';
import { Reason } from './reasons';
import {
  aDriver,
  ago,
  aJob,
  anEndedDriver,
  anExecutor,
  aPlacedDriver,
  aReadyDriver,
  aRefusal,
  is,
  objects,
} from './__testUtils__/objects';

const LOG_OF_A_BAD_PROPERTY = [
  'Exception in thread "main" org.apache.spark.SparkException: Could not start',
  '\tat org.apache.spark.SparkContext.<init>(SparkContext.scala:600)',
  'Caused by: java.lang.IllegalArgumentException: spark.executor.cores must be a number, but was x',
  '\t... 12 more',
].join('\n');

describe('observe: what a driver is at', () => {
  const cases: Record<
    string,
    { pod: PodRecord; reason: Reason; says: RegExp }
  > = {
    'has no node yet': {
      pod: aDriver(),
      reason: 'Scheduling',
      says: /looks for a node/,
    },
    'waits for a gate, as of Kueue': {
      pod: aDriver({
        scheduled: is('False', 9, { reason: 'SchedulingGated' }),
      }),
      reason: 'Scheduling',
      says: /looks for a node/,
    },
    'fits on no node': {
      pod: aDriver({
        scheduled: is('False', 9, {
          reason: 'Unschedulable',
          message: '0/3 nodes are available: 3 Insufficient cpu.',
        }),
      }),
      reason: 'Unschedulable',
      says: /No node can take the driver \(0\/3 nodes are available: 3 Insufficient cpu\).*smaller node type/,
    },
    'has a node that pulls the image': {
      pod: aPlacedDriver({ state: 'waiting', reason: 'ContainerCreating' }),
      reason: 'PullingImage',
      says: /node-1/,
    },
    'has a node that has not looked at it yet': {
      pod: aPlacedDriver({ state: 'waiting' }),
      reason: 'PullingImage',
      says: /node-1/,
    },
    'has an image that does not exist': {
      pod: aPlacedDriver({
        state: 'waiting',
        reason: 'ErrImagePull',
        message: 'manifest for spark:nope not found',
      }),
      reason: 'ImagePullFailed',
      says: /cannot be pulled \(manifest for spark:nope not found\); check/,
    },
    'has an image that Kubernetes will try again later': {
      pod: aPlacedDriver({ state: 'waiting', reason: 'ImagePullBackOff' }),
      reason: 'ImagePullFailed',
      says: /cannot be pulled; check/,
    },
    'lacks a Secret for its environment': {
      pod: aPlacedDriver({
        state: 'waiting',
        reason: 'CreateContainerConfigError',
        message: 'secret "db" not found',
      }),
      reason: 'InvalidSpec',
      says: /secret "db" not found/,
    },
    'starts Spark': {
      pod: aPlacedDriver({ state: 'running', startedAt: ago(56) }),
      reason: 'StartingSpark',
      says: /Spark starts/,
    },
    serves: {
      pod: aReadyDriver(),
      reason: 'Ready',
      says: /ready/,
    },
    'served, and does not answer now': {
      pod: aReadyDriver({
        ready: is('False', 5, { reason: 'ContainersNotReady' }),
      }),
      reason: 'NotReady',
      says: /does not answer on its Thrift port/,
    },
    'is on a node that is lost': {
      pod: aReadyDriver({ ready: is('False', 5) }),
      reason: 'NodeLost',
      says: /Node node-1 of the driver does not answer/,
    },
    'was killed above its memory limit': {
      pod: anEndedDriver({ exitCode: 137, reason: 'OOMKilled' }),
      reason: 'OutOfMemory',
      says: /ran out of memory \(exit code 137\); choose a larger driver node type/,
    },
    'was killed for another cause': {
      pod: anEndedDriver({ exitCode: 137 }),
      reason: 'DriverExited',
      says: /exit code 137/,
    },
    'lost its Spark context': {
      pod: anEndedDriver({
        exitCode: 11,
        message: 'ERROR Max number of executor failures (8) reached',
      }),
      reason: 'SparkContextStopped',
      says: /exit code 11.*Max number of executor failures/,
    },
    'cannot use a property': {
      pod: anEndedDriver({ exitCode: 1, message: LOG_OF_A_BAD_PROPERTY }),
      reason: 'InvalidSpec',
      says: /IllegalArgumentException: spark.executor.cores must be a number/,
    },
    'ended with exit code 1 after it served': {
      pod: anEndedDriver(
        { exitCode: 1 },
        { ready: is('False', 10, { reason: 'PodFailed' }) },
      ),
      reason: 'DriverExited',
      says: /exit code 1/,
    },
    'ended with exit code 1 after hours': {
      pod: anEndedDriver(
        { exitCode: 1 },
        { scheduled: is('True', 7200), createdAt: ago(7200) },
      ),
      reason: 'DriverExited',
      says: /exit code 1/,
    },
    'has a command that is not in the image': {
      pod: anEndedDriver({
        exitCode: 128,
        reason: 'StartError',
        message: 'exec: "/opt/entrypoint.sh": no such file or directory',
      }),
      reason: 'InvalidSpec',
      says: /no such file or directory/,
    },
    'was evicted through the API': {
      pod: anEndedDriver(
        { exitCode: 143 },
        {
          deletingAt: ago(-20),
          disrupted: is('True', 10, {
            reason: 'EvictionByEvictionAPI',
            message: 'Eviction API: evicting',
          }),
        },
      ),
      reason: 'Evicted',
      says: /evicted the driver.*starts again elsewhere by itself/,
    },
    'was evicted by a node without room': {
      pod: aDriver({
        phase: 'Failed',
        reason: 'Evicted',
        message: 'The node was low on resource: memory.',
      }),
      reason: 'Evicted',
      says: /low on resource: memory/,
    },
    'was deleted by hand': {
      pod: aReadyDriver({ deletingAt: ago(-25) }),
      reason: 'Terminating',
      says: /is being deleted/,
    },
  };

  it.each(Object.entries(cases))('%s', (_name, { pod, reason, says }) => {
    const [run] = observe(objects({ jobs: [aJob()], pods: [pod] })).runs;
    expect(run.driver?.finding).toEqual({
      reason,
      message: expect.stringMatching(says),
    });
  });
});

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

describe('observe: executors', () => {
  it('counts those that run and those that wait, and says what keeps them', () => {
    const unschedulable = anExecutor({
      uid: 'e3',
      phase: 'Pending',
      container: undefined,
      scheduled: is('False', 9, { reason: 'Unschedulable' }),
    });
    const pods = [
      anExecutor({ uid: 'e1' }),
      anExecutor({ uid: 'e2', phase: 'Pending', container: undefined }),
      unschedulable,
      anExecutor({ uid: 'e4', deletingAt: ago(1) }),
      anExecutor({ uid: 'e5', phase: 'Failed' }),
    ];
    const [run] = observe(objects({ jobs: [aJob()], pods })).runs;
    expect(run.executors).toMatchObject({
      running: 1,
      pending: 2,
      waiting: { reason: 'Unschedulable' },
    });
  });

  it('says nothing of those that are on their way', () => {
    const pods = [
      anExecutor({
        phase: 'Pending',
        container: { state: 'waiting', reason: 'ContainerCreating' },
      }),
    ];
    const [run] = observe(objects({ pods })).runs;
    expect(run.executors).toEqual({ running: 0, pending: 1, waiting: null });
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
    expect(observe(objects({ pods })).runs[0].ending).toEqual({
      pod: 'late',
      node: 'node-2',
      due: ago(5),
    });
  });

  it('sees nothing where there is nothing', () => {
    expect(observe(objects())).toEqual({ runs: [] });
  });
});
