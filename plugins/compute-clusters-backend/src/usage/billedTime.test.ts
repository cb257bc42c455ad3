import { PodRecord } from '../kubernetes/records';
import {
  ago,
  aPlacedDriver,
  aReadyDriver,
  anEndedDriver,
  anExecutor,
  is,
  NOW,
} from '../reconciler/__testUtils__/objects';
import { billedTime } from './billedTime';

const timeOf = (pod: PodRecord, goneAt?: number) =>
  billedTime({ pod, goneAt }, NOW.getTime());

const ended = (startedAt?: number, finishedAt = ago(10)) =>
  ({ state: 'terminated', exitCode: 0, startedAt, finishedAt } as const);

const waiting = { state: 'waiting', reason: 'ContainerCreating' } as const;

describe('billedTime of an executor', () => {
  it.each<[string, PodRecord, ReturnType<typeof timeOf>]>([
    [
      'is none before its container runs',
      anExecutor({ phase: 'Pending', container: waiting }),
      undefined,
    ],
    [
      'is none while it has no container',
      anExecutor({ phase: 'Pending', container: undefined }),
      undefined,
    ],
    ['begins with its container', anExecutor(), { start: ago(20), end: null }],
    [
      'ends with its container',
      anExecutor({ phase: 'Succeeded', container: ended(ago(50)) }),
      { start: ago(50), end: ago(10) },
    ],
    [
      'goes on while it is being deleted',
      anExecutor({ deletingAt: ago(-20) }),
      { start: ago(20), end: null },
    ],
    [
      'ends when Kubernetes should have killed it, on a lost machine',
      anExecutor({ deletingAt: ago(5) }),
      { start: ago(20), end: ago(5) },
    ],
    [
      'ends with its readiness when nobody saw its container end',
      anExecutor({ phase: 'Failed', ready: is('False', 7) }),
      { start: ago(20), end: ago(7) },
    ],
    [
      'ends with its disruption when nothing else is known',
      anExecutor({
        phase: 'Failed',
        ready: undefined,
        disrupted: is('True', 8),
      }),
      { start: ago(20), end: ago(8) },
    ],
    [
      'is nothing when neither end nor reason is known',
      anExecutor({ phase: 'Failed', ready: undefined }),
      { start: ago(20), end: ago(20) },
    ],
    [
      'is none when nobody knows the beginning',
      anExecutor({ phase: 'Failed', container: ended(undefined, 0) }),
      undefined,
    ],
    [
      'is never negative',
      anExecutor({ phase: 'Failed', container: ended(ago(5), ago(9)) }),
      { start: ago(5), end: ago(5) },
    ],
  ])('%s', (_, pod, expected) => {
    expect(timeOf(pod)).toEqual(expected);
  });

  it.each([
    ['when it was last there', {}, 3, ago(3)],
    ['with its container', { container: ended(ago(20), ago(6)) }, 3, ago(6)],
    ['when it was to be killed', { deletingAt: ago(4) }, 3, ago(4)],
    ['before its time to be killed', { deletingAt: ago(-9) }, 3, ago(3)],
  ])('that is gone ends %s', (_, changes, gone, end) => {
    expect(timeOf(anExecutor(changes), ago(gone))).toEqual({
      start: ago(20),
      end,
    });
  });
});

describe('billedTime of a driver', () => {
  const running = { state: 'running', startedAt: ago(50) } as const;

  it.each<[string, PodRecord, ReturnType<typeof timeOf>]>([
    ['is none while it starts', aPlacedDriver(running), undefined],
    ['begins when it is ready', aReadyDriver(), { start: ago(30), end: null }],
    [
      'ends when it is no longer ready',
      aPlacedDriver(running, { ready: is('False', 12) }),
      { start: ago(50), end: ago(12) },
    ],
    [
      'ends with its container',
      anEndedDriver(
        { exitCode: 1 },
        { container: ended(ago(50)), ready: is('False', 9) },
      ),
      { start: ago(50), end: ago(10) },
    ],
    [
      'is none when it ended without ever being ready',
      anEndedDriver({ exitCode: 1 }, { container: ended(ago(50)) }),
      undefined,
    ],
    [
      'goes on while it is being deleted and still ready',
      aReadyDriver({ deletingAt: ago(-20) }),
      { start: ago(30), end: null },
    ],
    [
      'ends when its machine is lost',
      aReadyDriver({ ready: is('False', 15, { reason: 'NodeNotReady' }) }),
      { start: ago(50), end: ago(15) },
    ],
  ])('%s', (_, pod, expected) => {
    expect(timeOf(pod)).toEqual(expected);
  });

  it('that is gone ends when it was last there', () => {
    expect(timeOf(aReadyDriver(), ago(3))).toEqual({
      start: ago(30),
      end: ago(3),
    });
  });
});
