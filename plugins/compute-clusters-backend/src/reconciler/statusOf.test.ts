import { ObservedStatus } from '../database';
import { ClusterObjects } from '../kubernetes/records';
import { observe } from './observe';
import { Finding } from './reasons';
import { statusOf } from './statusOf';
import { aDesiredCluster, DesiredChanges } from './__testUtils__/desired';
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
  NOW,
  objects,
} from './__testUtils__/objects';

const GAVE_UP = { reason: 'BackoffLimitExceeded' };
const NAME_TAKEN: Finding = { reason: 'NameTaken', message: 'Rename it.' };
const UNSCHEDULABLE = aDriver({
  scheduled: is('False', 50, { reason: 'Unschedulable', message: 'no CPU' }),
});

const BY_TAINT = is('True', 900, { reason: 'DeletionByTaintManager' });

interface Case {
  desired: DesiredChanges;
  seen?: Partial<ClusterObjects>;
  refused?: Finding;
  shows: Pick<ObservedStatus, 'state' | 'reason'>;
  says?: RegExp;
}

const cases: Record<string, Case> = {
  // on
  'nothing is there yet': {
    desired: {},
    shows: { state: 'STARTING', reason: 'Accepted' },
  },
  'the Job was just created': {
    desired: { expectsJob: true },
    shows: { state: 'STARTING', reason: 'Scheduling' },
  },
  'the Job has no pod yet': {
    desired: {},
    seen: { jobs: [aJob()] },
    shows: { state: 'STARTING', reason: 'Scheduling' },
  },
  'the quota has no room: Kubernetes goes on trying': {
    desired: {},
    seen: { jobs: [aJob()], refusals: [aRefusal('exceeded quota: q')] },
    shows: { state: 'STARTING', reason: 'QuotaExceeded' },
  },
  'the driver waits for a node': {
    desired: {},
    seen: { jobs: [aJob()], pods: [UNSCHEDULABLE] },
    shows: { state: 'STARTING', reason: 'Unschedulable' },
  },
  'the driver serves': {
    desired: {},
    seen: { jobs: [aJob()], pods: [aReadyDriver()] },
    shows: { state: 'ACTIVE', reason: 'Ready' },
  },
  'the driver serves although its Job is gone': {
    desired: { previous: { state: 'ACTIVE' } },
    seen: { pods: [aReadyDriver()] },
    shows: { state: 'ACTIVE', reason: 'Ready' },
  },
  'the driver crashed, and Kubernetes tries again': {
    desired: { previous: { state: 'ACTIVE' } },
    seen: {
      jobs: [aJob({ failed: 1 })],
      pods: [anEndedDriver({ exitCode: 137, reason: 'OOMKilled' })],
    },
    shows: { state: 'STARTING', reason: 'OutOfMemory' },
    says: /Kubernetes tries again by itself/,
  },
  'the driver crashed so often that Kubernetes gave up': {
    desired: {},
    seen: {
      jobs: [aJob({ failed: 6, failure: GAVE_UP })],
      pods: [anEndedDriver({ exitCode: 11 })],
    },
    shows: { state: 'FAILED', reason: 'SparkContextStopped' },
  },
  'Kubernetes gave up and no attempt is left': {
    desired: {},
    seen: { jobs: [aJob({ failure: GAVE_UP })] },
    shows: { state: 'FAILED', reason: 'BackoffLimitExceeded' },
  },
  'the driver ended without an error: nobody starts it again': {
    desired: {},
    seen: { jobs: [aJob()], pods: [anEndedDriver({ exitCode: 0 })] },
    shows: { state: 'FAILED', reason: 'DriverExited' },
    says: /exit code 0/,
  },
  'a step was refused': {
    desired: {},
    refused: NAME_TAKEN,
    shows: { state: 'FAILED', reason: 'NameTaken' },
  },
  'the driver serves, and what was deleted cannot be put back': {
    desired: { previous: { state: 'ACTIVE' } },
    seen: { jobs: [aJob()], pods: [aReadyDriver()], missing: ['Service'] },
    refused: NAME_TAKEN,
    shows: { state: 'ACTIVE', reason: 'Ready' },
    says: /cannot be put back: Rename it/,
  },
  'the driver starts, and what was deleted cannot be put back': {
    desired: {},
    seen: { jobs: [aJob()], pods: [aDriver()], missing: ['Secret'] },
    refused: NAME_TAKEN,
    shows: { state: 'STARTING', reason: 'NameTaken' },
  },
  'a step was refused before: that stays until the next run': {
    desired: { previous: { state: 'FAILED', ...NAME_TAKEN } },
    shows: { state: 'FAILED', reason: 'NameTaken' },
    says: /Rename it/,
  },
  'an earlier run is still ending': {
    desired: { run: 2 },
    seen: { pods: [aDriver({ run: 1, deletingAt: ago(-20) })] },
    shows: { state: 'STARTING', reason: 'EarlierRunEnding' },
  },
  'an earlier run does not end': {
    desired: { run: 2 },
    seen: { pods: [aDriver({ run: 1, deletingAt: ago(60), node: 'n7' })] },
    shows: { state: 'STARTING', reason: 'NodeLost' },
    says: /node n7 may be lost/,
  },

  'the driver was evicted, and the next one is not there yet': {
    desired: { previous: { state: 'ACTIVE' } },
    seen: {
      jobs: [aJob()],
      gone: [
        aReadyDriver({
          disrupted: is('True', 9, { reason: 'EvictionByEvictionAPI' }),
        }),
      ],
    },
    shows: { state: 'STARTING', reason: 'Evicted' },
    says: /starts again elsewhere by itself\.$/,
  },
  'the driver is on a node that does not answer': {
    desired: { previous: { state: 'ACTIVE' } },
    seen: { jobs: [aJob()], pods: [aReadyDriver({ ready: is('False', 9) })] },
    shows: { state: 'STARTING', reason: 'NodeLost' },
    says: /may still run there/,
  },
  'the driver serves, and no node can take its executors': {
    desired: { previous: { state: 'ACTIVE' } },
    seen: {
      jobs: [aJob()],
      pods: [
        aReadyDriver(),
        anExecutor({
          phase: 'Pending',
          container: undefined,
          scheduled: is('False', 9, { reason: 'Unschedulable' }),
        }),
      ],
    },
    shows: { state: 'ACTIVE', reason: 'Ready' },
    says: /driver is ready, but not all of its executors are: No node can take the executor/,
  },

  // too long
  'it took too long to start: the cause is told': {
    desired: { previous: { state: 'STARTING', since: new Date(ago(1000)) } },
    seen: { jobs: [aJob({ createdAt: ago(1000) })], pods: [UNSCHEDULABLE] },
    shows: { state: 'FAILED', reason: 'StartTimeout' },
    says: /not ready within 15 minutes: No node can take the driver \(no CPU\)/,
  },
  'it took too long to start, and stays failed while it is cleared away': {
    desired: {
      previous: { state: 'FAILED', reason: 'StartTimeout', message: 'Late.' },
    },
    seen: { jobs: [aJob()], pods: [aReadyDriver()] },
    shows: { state: 'FAILED', reason: 'StartTimeout' },
    says: /Late/,
  },
  'Kubernetes was away: the time counts from the Job': {
    desired: { previous: { state: 'STARTING', since: new Date(ago(1000)) } },
    seen: { jobs: [aJob({ createdAt: ago(30) })], pods: [UNSCHEDULABLE] },
    shows: { state: 'STARTING', reason: 'Unschedulable' },
  },
  'a driver that served for days and crashed has its whole time again': {
    desired: { previous: { state: 'ACTIVE', since: new Date(ago(90_000)) } },
    seen: {
      jobs: [aJob({ createdAt: ago(90_000) })],
      pods: [aPlacedDriver({ state: 'running', startedAt: ago(2) })],
    },
    shows: { state: 'STARTING', reason: 'StartingSpark' },
  },

  'a lost node is no slow start': {
    desired: { previous: { state: 'STARTING', since: new Date(ago(2000)) } },
    seen: {
      jobs: [aJob({ createdAt: ago(2000) })],
      pods: [aReadyDriver({ ready: is('False', 1500) })],
    },
    shows: { state: 'STARTING', reason: 'NodeLost' },
    says: /may still run there/,
  },
  'a driver that had not been ready does not end on its node: only its delay tells that the node is lost':
    {
      desired: { previous: { state: 'STARTING', since: new Date(ago(2000)) } },
      seen: {
        jobs: [aJob({ createdAt: ago(2000) })],
        pods: [
          aPlacedDriver(
            { state: 'running', startedAt: ago(1990) },
            { deletingAt: ago(60), disrupted: BY_TAINT },
          ),
        ],
      },
      shows: { state: 'STARTING', reason: 'NodeLost' },
      says: /node node-1 may be lost.*give the pod up/,
    },
  'the driver of a lost node is gone, and the next one is not there yet': {
    desired: { previous: { state: 'STARTING', since: new Date(ago(2000)) } },
    seen: {
      jobs: [aJob({ createdAt: ago(2000) })],
      gone: [
        aPlacedDriver(
          { state: 'running', startedAt: ago(1990) },
          { deletingAt: ago(60), disrupted: BY_TAINT },
        ),
      ],
    },
    shows: { state: 'STARTING', reason: 'Evicted' },
  },
  'the driver after one on a lost node has its whole time': {
    desired: { previous: { state: 'STARTING', since: new Date(ago(2000)) } },
    seen: {
      jobs: [aJob({ createdAt: ago(2000) })],
      pods: [
        aPlacedDriver(
          { state: 'running', startedAt: ago(2) },
          { createdAt: ago(9) },
        ),
      ],
      gone: [
        aReadyDriver({
          uid: 'lost',
          ready: is('False', 1500),
          disrupted: BY_TAINT,
        }),
      ],
    },
    shows: { state: 'STARTING', reason: 'StartingSpark' },
  },
  'the driver after one on a lost node takes too long as well': {
    desired: { previous: { state: 'STARTING', since: new Date(ago(4000)) } },
    seen: {
      jobs: [aJob({ createdAt: ago(4000) })],
      pods: [
        aPlacedDriver(
          { state: 'running', startedAt: ago(990) },
          { createdAt: ago(1000) },
        ),
      ],
      gone: [
        aReadyDriver({
          uid: 'lost',
          ready: is('False', 3500),
          disrupted: BY_TAINT,
        }),
      ],
    },
    shows: { state: 'FAILED', reason: 'StartTimeout' },
  },
  'it took too long to start, since its node was lost before Kubernetes knew': {
    desired: {
      previous: { state: 'FAILED', reason: 'StartTimeout', message: 'Late.' },
    },
    seen: { pods: [aReadyDriver({ deletingAt: ago(60) })] },
    shows: { state: 'FAILED', reason: 'NodeLost' },
    says: /node node-1 may be lost.*give the pod up/,
  },
  'it took too long to start, and its lost pod is still there': {
    desired: {
      previous: { state: 'FAILED', reason: 'NodeLost' },
      endReason: 'StartTimeout',
    },
    seen: { jobs: [aJob()], pods: [aReadyDriver({ deletingAt: ago(60) })] },
    shows: { state: 'FAILED', reason: 'NodeLost' },
  },
  'it took too long to start, and its lost pod is gone': {
    desired: {
      previous: { state: 'FAILED', reason: 'NodeLost' },
      endReason: 'StartTimeout',
    },
    shows: { state: 'FAILED', reason: 'StartTimeout' },
    says: /not ready within 15 minutes: its machine was lost/,
  },

  // off
  'the pods are still there': {
    desired: { power: 'off', previous: { state: 'STOPPING' } },
    seen: { pods: [aReadyDriver({ deletingAt: ago(-20) })] },
    shows: { state: 'STOPPING', reason: 'Terminating' },
  },
  'nobody has asked yet whether there is a Job': {
    desired: { power: 'off', previous: { state: 'STOPPING' } },
    shows: { state: 'STOPPING', reason: 'Terminating' },
  },
  'nothing is left': {
    desired: {
      power: 'off',
      previous: { state: 'STOPPING' },
      unconfirmedRuns: [],
      endReason: 'IdleTimeout',
    },
    shows: { state: 'STOPPED', reason: 'IdleTimeout' },
  },
  'nothing is left of a run that had failed: that is not why it was stopped': {
    desired: {
      power: 'off',
      previous: { state: 'STOPPING' },
      unconfirmedRuns: [],
      endReason: 'OutOfMemory',
    },
    shows: { state: 'STOPPED', reason: 'Terminated' },
  },
  'it was stopped before': {
    desired: { power: 'off', previous: { state: 'STOPPED' } },
    shows: { state: 'STOPPED', reason: 'Terminated' },
  },
  'it was never started': {
    desired: { power: 'off', run: null, previous: { state: 'STOPPED' } },
    shows: { state: 'STOPPED', reason: 'Terminated' },
  },
  'Kubernetes does not let us stop it': {
    desired: { power: 'off', previous: { state: 'STOPPING' } },
    seen: { jobs: [aJob()] },
    refused: { reason: 'ForbiddenByKubernetes', message: 'Ask.' },
    shows: { state: 'STOPPING', reason: 'ForbiddenByKubernetes' },
  },

  // deleting
  'it is being deleted': {
    desired: { power: 'off', deleting: true },
    seen: { jobs: [aJob()] },
    shows: { state: 'DELETING', reason: 'Deleting' },
  },
  'it cannot be deleted, because its node is lost': {
    desired: { power: 'off', deleting: true },
    seen: { pods: [aDriver({ deletingAt: ago(60) })] },
    shows: { state: 'DELETING', reason: 'NodeLost' },
  },
};

describe('statusOf', () => {
  it.each(Object.entries(cases))('%s', (_name, test) => {
    const status = look(test.desired, test.seen, test.refused);
    expect(status).toMatchObject(test.shows);
    expect(status.message).toMatch(test.says ?? /.\.$/);
  });

  it('keeps the time of a state that lasts, and renews that of a new one', () => {
    const since = new Date(ago(600));
    const seen = { jobs: [aJob()], pods: [aReadyDriver()] };
    const stays = look({ previous: { state: 'ACTIVE', since } }, seen);
    expect(stays.since).toEqual(since);
    const changes = look({ previous: { state: 'STARTING', since } }, seen);
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
    const status = look(
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

function look(
  desired: DesiredChanges,
  seen: Partial<ClusterObjects> = {},
  refused?: Finding,
): ObservedStatus {
  return statusOf(aDesiredCluster(desired), observe(objects(seen)), {
    now: NOW,
    heardAt: NOW,
    refused,
  });
}
