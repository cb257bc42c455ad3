import { ContainerRecord, PodRecord } from '../kubernetes/records';
import { observe } from './observe';
import { Reason } from './reasons';
import {
  ago,
  aJob,
  anExecutor,
  aReadyDriver,
  is,
  objects,
} from './__testUtils__/objects';

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
    expect(run.executors).toEqual({
      running: 0,
      pending: 1,
      waiting: null,
      deaths: [],
    });
  });

  const waiting = (container: ContainerRecord | undefined) =>
    anExecutor({ phase: 'Pending', container, ready: undefined });

  it.each<[string, PodRecord, Reason]>([
    [
      'an image that does not exist',
      waiting({ state: 'waiting', reason: 'ErrImagePull' }),
      'ImagePullFailed',
    ],
    [
      'a Secret that does not exist',
      waiting({ state: 'waiting', reason: 'CreateContainerConfigError' }),
      'InvalidSpec',
    ],
    [
      'a node that does not answer',
      anExecutor({ ready: is('False', 5) }),
      'NodeLost',
    ],
  ])('says what keeps them: %s', (_, pod, reason) => {
    const [run] = observe(objects({ pods: [pod] })).runs;
    expect(run.executors.waiting).toMatchObject({ reason });
  });

  const died = (
    exitCode: number,
    changes: Partial<PodRecord> = {},
    reason = 'Error',
  ) =>
    anExecutor({
      phase: 'Failed',
      container: { state: 'terminated', exitCode, reason, finishedAt: ago(9) },
      ...changes,
    });

  it.each<[string, PodRecord, Reason | undefined]>([
    ['above its memory limit', died(137, {}, 'OOMKilled'), 'OutOfMemory'],
    ['of a full heap', died(52), 'OutOfMemory'],
    ['for want of a scratch directory', died(53), 'InvalidSpec'],
    ['of something else', died(1), 'ExecutorExited'],
    [
      'and is deleted by Spark',
      died(1, { deletingAt: ago(8) }),
      'ExecutorExited',
    ],
    ['since it was told to', died(143, { deletingAt: ago(8) }), undefined],
    ['well', died(0), undefined],
    ['by eviction', died(137, { disrupted: is('True', 9) }), undefined],
    [
      'with an earlier driver',
      died(1, { name: 'etl-1-zzzzz-exec-1' }),
      undefined,
    ],
  ])('counts one that ended %s, also when it is gone', (_, pod, reason) => {
    const expected = reason ? [{ at: ago(9), finding: { reason } }] : [];
    const shown = { jobs: [aJob()], pods: [aReadyDriver()] };
    const [still] = observe(
      objects({ ...shown, pods: [...shown.pods, pod] }),
    ).runs;
    const [gone] = observe(objects({ ...shown, gone: [pod] })).runs;
    expect(still.executors.deaths).toMatchObject(expected);
    expect(gone.executors.deaths).toMatchObject(expected);
  });
});
