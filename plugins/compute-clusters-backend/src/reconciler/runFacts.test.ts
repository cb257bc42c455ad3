import { RunFacts } from '../database';
import { ClusterObjects } from '../kubernetes/records';
import { observe } from './observe';
import { runFacts } from './runFacts';
import { statusOf } from './statusOf';
import { aDesiredCluster, DesiredChanges } from './__testUtils__/desired';
import {
  aDriver,
  ago,
  aJob,
  anEndedDriver,
  aReadyDriver,
  is,
  NOW,
  objects,
} from './__testUtils__/objects';

const GAVE_UP = { reason: 'BackoffLimitExceeded' };

const cases: Record<
  string,
  {
    desired?: DesiredChanges;
    seen?: Partial<ClusterObjects>;
    facts: RunFacts[];
  }
> = {
  'nothing is there yet': { facts: [] },
  'a run that was never begun': {
    desired: { run: null, power: 'off' },
    facts: [],
  },
  'its driver is on its way': {
    seen: { jobs: [aJob()], pods: [aDriver()] },
    facts: [],
  },
  'its driver is ready, as of when Kubernetes saw it': {
    seen: { jobs: [aJob()], pods: [aReadyDriver({ ready: is('True', 9000) })] },
    facts: [{ sequence: 1, readyAt: new Date(ago(9000)) }],
  },
  'its driver is ready again: the first time counts': {
    desired: { readyAt: new Date(ago(9000)) },
    seen: { jobs: [aJob()], pods: [aReadyDriver()] },
    facts: [],
  },
  'its driver crashed, and Kubernetes tries again': {
    seen: { jobs: [aJob()], pods: [anEndedDriver({ exitCode: 137 })] },
    facts: [{ sequence: 1, exitCode: 137 }],
  },
  'its exit code is stored': {
    desired: { exitCode: 137 },
    seen: { jobs: [aJob()], pods: [anEndedDriver({ exitCode: 137 })] },
    facts: [],
  },
  'it failed: it ended with its last driver': {
    seen: {
      jobs: [aJob({ failure: GAVE_UP })],
      pods: [anEndedDriver({ exitCode: 11 })],
    },
    facts: [
      {
        sequence: 1,
        exitCode: 11,
        end: { at: new Date(ago(10)), reason: 'SparkContextStopped' },
      },
    ],
  },
  'it failed, and its end is stored': {
    desired: { exitCode: 11, endedAt: new Date(ago(10)) },
    seen: {
      jobs: [aJob({ failure: GAVE_UP })],
      pods: [anEndedDriver({ exitCode: 11 })],
    },
    facts: [],
  },
  'it took too long to start': {
    desired: { previous: { state: 'STARTING', since: new Date(ago(1000)) } },
    seen: { jobs: [aJob({ createdAt: ago(1000) })], pods: [aDriver()] },
    facts: [{ sequence: 1, end: { at: NOW, reason: 'StartTimeout' } }],
  },
  'it was refused before there was a Job': {
    desired: { previous: { state: 'FAILED', reason: 'NameTaken' } },
    facts: [{ sequence: 1, end: { at: NOW, reason: 'NameTaken' } }],
  },
  'it was stopped: its pods are gone': {
    desired: { power: 'off', previous: { state: 'STOPPING' } },
    seen: { gone: [anEndedDriver({ exitCode: 143 })] },
    facts: [{ sequence: 1, exitCode: 143 }],
  },
  'it was restarted: the earlier run has ended now': {
    desired: { run: 2 },
    seen: {
      jobs: [aJob({ run: 2 })],
      gone: [anEndedDriver({ exitCode: 143 })],
    },
    facts: [{ sequence: 1, exitCode: 143 }],
  },
};

describe('runFacts', () => {
  it.each(Object.entries(cases))('%s', (_, { desired, seen, facts }) => {
    const wanted = aDesiredCluster(desired);
    const observed = observe(objects(seen));
    const status = statusOf(wanted, observed, { now: NOW, heardAt: NOW });
    expect(runFacts(wanted, observed, status, NOW)).toEqual(facts);
  });
});
