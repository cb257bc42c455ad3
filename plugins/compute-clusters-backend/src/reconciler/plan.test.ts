import { ClusterObjects } from '../kubernetes/records';
import { observe } from './observe';
import { plan } from './plan';
import { Step } from './Step';
import { aDesiredCluster, DesiredChanges } from './__testUtils__/desired';
import {
  aDriver,
  ago,
  aJob,
  anEndedDriver,
  anExecutor,
  aReadyDriver,
  NOW,
  objects,
} from './__testUtils__/objects';

const APPLY: Step[] = [
  { type: 'ApplyNamespaceAccess' },
  { type: 'ApplySecret' },
  { type: 'ApplyConfigMap' },
  { type: 'ApplyServices' },
];

const HANGING = aReadyDriver({ deletingAt: ago(60) });

const GAVE_UP = { reason: 'BackoffLimitExceeded' };

const cases: Record<
  string,
  { desired: DesiredChanges; seen?: Partial<ClusterObjects>; steps: Step[] }
> = {
  // starting
  'a new cluster: everything is applied, the Job last': {
    desired: {},
    steps: [...APPLY, { type: 'CreateJob' }],
  },
  'a later run: the Job before it is asked for, since the watch may lag': {
    desired: { run: 3 },
    steps: [...APPLY, { type: 'DeleteJob', run: 2 }, { type: 'CreateJob' }],
  },
  'a later run whose predecessor is known to be gone': {
    desired: { run: 3, unconfirmedRuns: [3] },
    steps: [...APPLY, { type: 'CreateJob' }],
  },
  'a Job that was just created and does not show yet': {
    desired: { expectsJob: true },
    steps: [],
  },
  'a run under way needs nothing': {
    desired: {},
    seen: { jobs: [aJob()], pods: [aReadyDriver(), anExecutor()] },
    steps: [],
  },
  'a driver between two attempts is left to Kubernetes': {
    desired: {},
    seen: {
      jobs: [aJob({ failed: 1 })],
      pods: [anEndedDriver({ exitCode: 1 })],
    },
    steps: [],
  },
  'a Job that somebody deletes is waited for': {
    desired: {},
    seen: { jobs: [aJob({ deletingAt: ago(1) })], pods: [aReadyDriver()] },
    steps: [],
  },
  'a Job that somebody deleted is put back when its pods are gone': {
    desired: { previous: { state: 'ACTIVE' } },
    steps: [...APPLY, { type: 'CreateJob' }],
  },
  'a driver that runs without its Job is left alone': {
    desired: { previous: { state: 'ACTIVE' } },
    seen: { pods: [aReadyDriver()] },
    steps: [],
  },
  'a driver that ended without its Job makes room': {
    desired: {},
    seen: { pods: [anEndedDriver({ exitCode: 1 }), anExecutor()] },
    steps: [
      { type: 'DeleteLeftoverDrivers', run: 1 },
      { type: 'DeleteLeftoverExecutors', run: 1 },
    ],
  },

  // restarting
  'a restart: the earlier Job goes first': {
    desired: { run: 2 },
    seen: { jobs: [aJob({ run: 1 })], pods: [aReadyDriver({ run: 1 })] },
    steps: [{ type: 'DeleteJob', run: 1, uid: 'job-uid-1' }],
  },
  'a restart: while a pod of the earlier run is left, nothing begins': {
    desired: { run: 2 },
    seen: { pods: [aDriver({ run: 1, deletingAt: ago(1) })] },
    steps: [],
  },
  'a restart: an earlier executor without a driver is cleared away': {
    desired: { run: 2 },
    seen: { pods: [anExecutor({ run: 1 })] },
    steps: [{ type: 'DeleteLeftoverExecutors', run: 1 }],
  },
  'two runs at once: only the current one stays': {
    desired: { run: 2 },
    seen: {
      jobs: [aJob({ run: 1 }), aJob({ run: 2 })],
      pods: [aReadyDriver({ run: 2 })],
    },
    steps: [{ type: 'DeleteJob', run: 1, uid: 'job-uid-1' }],
  },

  // by hand
  'a run whose objects were deleted: they are put back, and nothing else': {
    desired: { previous: { state: 'ACTIVE' } },
    seen: {
      jobs: [aJob()],
      pods: [aReadyDriver(), anExecutor()],
      missing: ['Secret', 'ConfigMap', 'Service'],
    },
    steps: [
      { type: 'ApplySecret' },
      { type: 'ApplyConfigMap' },
      { type: 'ApplyServices' },
    ],
  },
  'a run whose ConfigMap was deleted before its driver had it': {
    desired: {},
    seen: { jobs: [aJob()], pods: [aDriver()], missing: ['ConfigMap'] },
    steps: [{ type: 'ApplyConfigMap' }],
  },
  'a run whose objects were put there a moment ago': {
    desired: { appliedLately: ['Secret', 'Service'] },
    seen: { jobs: [aJob()], missing: ['Secret', 'Service'] },
    steps: [],
  },
  'a run that is over needs no objects': {
    desired: {},
    seen: {
      jobs: [aJob({ failure: GAVE_UP })],
      pods: [anEndedDriver({ exitCode: 137 })],
      missing: ['Secret'],
    },
    steps: [],
  },
  'a stopped cluster needs no objects': {
    desired: { power: 'off', previous: { state: 'STOPPED' } },
    seen: { missing: ['Service'] },
    steps: [],
  },

  // failed
  'a failed run is not begun again': {
    desired: { previous: { state: 'FAILED', reason: 'NameTaken' } },
    steps: [],
  },
  'a failed run keeps its Job, for its log': {
    desired: { previous: { state: 'FAILED', reason: 'OutOfMemory' } },
    seen: {
      jobs: [aJob({ failure: GAVE_UP })],
      pods: [anEndedDriver({ exitCode: 137 })],
    },
    steps: [],
  },
  'a run that gave up loses its executors': {
    desired: {},
    seen: {
      jobs: [aJob({ failure: GAVE_UP })],
      pods: [anEndedDriver({ exitCode: 137 }), anExecutor()],
    },
    steps: [{ type: 'DeleteLeftoverExecutors', run: 1 }],
  },
  'a run that took too long to start loses its Job': {
    desired: { previous: { state: 'FAILED', reason: 'StartTimeout' } },
    seen: { jobs: [aJob()], pods: [aDriver()] },
    steps: [{ type: 'DeleteJob', run: 1, uid: 'job-uid-1' }],
  },

  // stopping
  'a stop: the Job goes, with what it owns': {
    desired: { power: 'off', previous: { state: 'STOPPING' } },
    seen: { jobs: [aJob()], pods: [aReadyDriver(), anExecutor()] },
    steps: [{ type: 'DeleteJob', run: 1, uid: 'job-uid-1' }],
  },
  'a stop before the Job shows: it is asked for': {
    desired: { power: 'off', previous: { state: 'STOPPING' } },
    steps: [{ type: 'DeleteJob', run: 1 }],
  },
  'a stop: pods on their way out are waited for': {
    desired: {
      power: 'off',
      previous: { state: 'STOPPING' },
      unconfirmedRuns: [],
    },
    seen: { pods: [aDriver({ deletingAt: ago(1) })] },
    steps: [],
  },
  'a stopped cluster needs nothing, however often it is looked at': {
    desired: { power: 'off', previous: { state: 'STOPPED' } },
    steps: [],
  },
  'a Job of a stopped cluster, made by a backend that had lost its lease': {
    desired: { power: 'off', previous: { state: 'STOPPED' } },
    seen: { jobs: [aJob()] },
    steps: [{ type: 'DeleteJob', run: 1, uid: 'job-uid-1' }],
  },

  // lost nodes
  'pods on lost nodes are left alone while nobody gives them up': {
    desired: { power: 'off', previous: { state: 'STOPPING' } },
    seen: { jobs: [aJob({ deletingAt: ago(90) })], pods: [HANGING] },
    steps: [],
  },
  'pods on lost nodes are given up, and nothing else': {
    desired: { power: 'off', previous: { state: 'STOPPING' }, givesUp: true },
    seen: {
      jobs: [aJob({ deletingAt: ago(90) })],
      pods: [HANGING, anExecutor({ uid: 'well', deletingAt: ago(1) })],
    },
    steps: [
      {
        type: 'GiveUpPods',
        pods: [{ pod: 'etl-1-abcde', uid: 'driver-uid-1', node: 'node-1' }],
      },
    ],
  },
  'pods that were to be given up and are gone: that is noted': {
    desired: { power: 'off', previous: { state: 'STOPPED' }, givesUp: true },
    steps: [{ type: 'GiveUpPods', pods: [] }],
  },

  // deleting
  'a deletion while it runs: the Job first': {
    desired: {
      power: 'off',
      deleting: true,
      previous: { state: 'DELETING' },
    },
    seen: { jobs: [aJob()], pods: [aReadyDriver()] },
    steps: [{ type: 'DeleteJob', run: 1, uid: 'job-uid-1' }],
  },
  'a deletion: the row stays until the last pod is gone': {
    desired: { power: 'off', deleting: true, unconfirmedRuns: [] },
    seen: { pods: [anExecutor({ deletingAt: ago(1) })] },
    steps: [],
  },
  'a deletion while it starts: a Job that does not show is asked for': {
    desired: { power: 'off', deleting: true },
    steps: [{ type: 'DeleteJob', run: 1 }],
  },
  'a deletion: when nothing runs, the other objects and then the row': {
    desired: { power: 'off', deleting: true, unconfirmedRuns: [] },
    steps: [{ type: 'DeleteClusterObjects' }, { type: 'RemoveRow' }],
  },
  'a deletion although the power is still on': {
    desired: { deleting: true, unconfirmedRuns: [] },
    steps: [{ type: 'DeleteClusterObjects' }, { type: 'RemoveRow' }],
  },
};

describe('plan', () => {
  it.each(Object.entries(cases))('%s', (_name, { desired, seen, steps }) => {
    const observed = observe(objects(seen));
    const planned = plan(aDesiredCluster(desired), observed, NOW);
    expect(planned).toMatchObject(steps);
    expect(planned).toHaveLength(steps.length);
  });
});
