import { Finding } from './reasons';
import {
  aDriver,
  ago,
  aJob,
  anEndedDriver,
  anExecutor,
  aReadyDriver,
  aRefusal,
  is,
} from './__testUtils__/objects';
import {
  expectShown,
  StatusCases,
  UNSCHEDULABLE,
} from './__testUtils__/statusCases';

const GAVE_UP = { reason: 'BackoffLimitExceeded' };
const NAME_TAKEN: Finding = { reason: 'NameTaken', message: 'Rename it.' };

describe('statusOf a cluster that is to run', () => {
  const cases: StatusCases = {
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
    'Kubernetes gave up, and no attempt is left of which was told': {
      desired: {
        previous: {
          state: 'FAILED',
          reason: 'OutOfMemory',
          message: 'Too small.',
        },
      },
      seen: { jobs: [aJob({ failure: GAVE_UP })] },
      shows: { state: 'FAILED', reason: 'OutOfMemory' },
      says: /Too small/,
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
  };

  it.each(Object.entries(cases))('%s', (_name, test) => {
    expectShown(test);
  });
});
