import {
  ago,
  aJob,
  aPlacedDriver,
  aReadyDriver,
  anEndedDriver,
  is,
} from './__testUtils__/objects';
import { Finding } from './reasons';
import {
  expectShown,
  StatusCases,
  UNSCHEDULABLE,
} from './__testUtils__/statusCases';

const ENDING: Finding = {
  reason: 'NamespaceTerminating',
  message: 'It goes.',
};

const BY_TAINT = is('True', 900, { reason: 'DeletionByTaintManager' });

describe('statusOf a cluster that takes too long to start', () => {
  const cases: StatusCases = {
    'it took too long to start: the cause is told': {
      desired: { previous: { state: 'STARTING', since: new Date(ago(1000)) } },
      seen: { jobs: [aJob({ createdAt: ago(1000) })], pods: [UNSCHEDULABLE] },
      shows: { state: 'FAILED', reason: 'StartTimeout' },
      says: /not ready within 15 minutes: No node can take the driver \(no CPU\)/,
    },
    'its driver ended too often until then: nobody promises another one': {
      desired: { previous: { state: 'STARTING', since: new Date(ago(1000)) } },
      seen: {
        jobs: [aJob({ createdAt: ago(1000) })],
        pods: [anEndedDriver({ exitCode: 1 })],
      },
      shows: { state: 'FAILED', reason: 'StartTimeout' },
      says: /not ready within 15 minutes: .*, then restart\.$/,
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
    'nothing can be made in its namespace: it waits': {
      desired: { previous: { state: 'STARTING', since: new Date(ago(800)) } },
      waitsFor: ENDING,
      shows: { state: 'STARTING', reason: 'NamespaceTerminating' },
      says: /^It goes\.$/,
    },
    'nothing could be made in its namespace for too long': {
      desired: { previous: { state: 'STARTING', since: new Date(ago(1000)) } },
      waitsFor: ENDING,
      shows: { state: 'FAILED', reason: 'StartTimeout' },
      says: /not ready within 15 minutes: It goes\./,
    },
    'nothing can be put back while its driver serves': {
      desired: { previous: { state: 'ACTIVE', since: new Date(ago(5000)) } },
      seen: { jobs: [aJob()], pods: [aReadyDriver()] },
      waitsFor: ENDING,
      shows: { state: 'ACTIVE', reason: 'Ready' },
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
        desired: {
          previous: { state: 'STARTING', since: new Date(ago(2000)) },
        },
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
    'it took too long to start, since its node was lost before Kubernetes knew':
      {
        desired: {
          previous: {
            state: 'FAILED',
            reason: 'StartTimeout',
            message: 'Late.',
          },
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
  };

  it.each(Object.entries(cases))('%s', (_name, test) => {
    expectShown(test);
  });
});
