import { aDriver, ago, aJob, aReadyDriver } from './__testUtils__/objects';
import { expectShown, StatusCases } from './__testUtils__/statusCases';

describe('statusOf a cluster that is to stop or to go', () => {
  const cases: StatusCases = {
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
    'nothing is left of a run that had failed: that is not why it was stopped':
      {
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

  it.each(Object.entries(cases))('%s', (_name, test) => {
    expectShown(test);
  });
});
