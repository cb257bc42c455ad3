import { PodRecord } from '../kubernetes';
import {
  aDriver,
  ago,
  anEndedDriver,
  aReadyDriver,
  is,
} from '../reconciler/__testUtils__/objects';
import { hasFailed, hasLog, isEnding, lastPhase } from './podEnds';

const stopped = { deletingAt: ago(12) };

describe('podEnds', () => {
  it.each<[string, PodRecord, boolean]>([
    ['a driver without a container', aDriver(), false],
    [
      'one that waits for its image',
      aDriver({ container: { state: 'waiting', reason: 'ErrImagePull' } }),
      false,
    ],
    ['one that runs', aReadyDriver(), true],
    ['one that ended', anEndedDriver({ exitCode: 1 }), true],
  ])('%s: has a log %s', (_, pod, expected) => {
    expect(hasLog(pod)).toBe(expected);
  });

  it.each<[string, PodRecord, boolean]>([
    ['one that runs', aReadyDriver(), false],
    ['one that is being deleted', aReadyDriver(stopped), true],
    ['one that ended', anEndedDriver({ exitCode: 0 }), true],
    ['one that Kubernetes gave up', aDriver({ phase: 'Failed' }), true],
  ])('%s: is ending %s', (_, pod, expected) => {
    expect(isEnding(pod)).toBe(expected);
  });

  it.each<[string, PodRecord, boolean]>([
    ['a crash', anEndedDriver({ exitCode: 1 }), true],
    ['out of memory', anEndedDriver({ exitCode: 137 }), true],
    ['SIGTERM from nowhere', anEndedDriver({ exitCode: 143 }), true],
    ['a stop', anEndedDriver({ exitCode: 143 }, stopped), false],
    [
      'a stop that took too long',
      anEndedDriver({ exitCode: 137 }, stopped),
      false,
    ],
    [
      'a crash while it was stopped',
      anEndedDriver({ exitCode: 1 }, stopped),
      true,
    ],
    [
      'an eviction',
      anEndedDriver(
        { exitCode: 143 },
        { ...stopped, disrupted: is('True', 12) },
      ),
      true,
    ],
    ['a good end', anEndedDriver({ exitCode: 0 }), false],
    ['no end', aReadyDriver(), false],
    ['a pod that the kubelet gave up', aDriver({ phase: 'Failed' }), true],
  ])('%s: failed %s', (_, pod, expected) => {
    expect(hasFailed(pod)).toBe(expected);
  });

  it.each<[string, PodRecord, PodRecord['phase']]>([
    [
      'its container, which Kubernetes notes first',
      anEndedDriver({ exitCode: 1 }, { phase: 'Running' }),
      'Failed',
    ],
    ['a good end', anEndedDriver({ exitCode: 0 }), 'Succeeded'],
    ['nothing', aReadyDriver(), 'Unknown'],
  ])('tells the last phase by %s', (_, pod, expected) => {
    expect(lastPhase(pod)).toBe(expected);
  });
});
