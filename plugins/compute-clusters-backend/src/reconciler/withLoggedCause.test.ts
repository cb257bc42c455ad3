import { PodRecord } from '../kubernetes/records';
import { observe } from './observe';
import {
  anEndedDriver,
  aReadyDriver,
  is,
  objects,
} from './__testUtils__/objects';
import { withLoggedCause } from './withLoggedCause';

const FRAMES = '\tat org.apache.spark.Deep.call(Deep.scala:7)\n'.repeat(9);
const CAUSE = 'java.lang.ClassNotFoundException: no.such.Listener';
const FAILURE = { podUid: 'driver-uid-1', cause: CAUSE };

/** How the driver ended, in words. */
function toldOf(pod: PodRecord, failure = FAILURE): string | undefined {
  const seen = withLoggedCause(objects({ pods: [pod] }), failure);
  return observe(seen).driverEnds[0]?.finding.message;
}

describe('withLoggedCause', () => {
  it.each<[string, string | undefined]>([
    ['frames alone', FRAMES],
    ['the end of a frame, and frames', FRAMES.slice(20)],
    ['nothing', undefined],
    ['nothing of a fault', '2026-11-22T10:00:05Z INFO Main: Goodbye\n'],
    [
      'frames, and a fault on the way out',
      `${FRAMES}2026-11-22T10:00:05Z WARN Main: failed to clean up\n`,
    ],
  ])('tells the cause where Kubernetes handed over %s', (_, message) => {
    expect(toldOf(anEndedDriver({ exitCode: 1, message }))).toContain(
      `Spark refused to start (${CAUSE})`,
    );
  });

  it.each<[string, string, string]>([
    [
      'an exception',
      `Caused by: java.lang.IllegalStateException: closed\n${FRAMES}`,
      'java.lang.IllegalStateException: closed',
    ],
    ['a fault', 'Error: Failed to load class a.B.\n', 'Error: Failed to load'],
  ])('leaves %s that Kubernetes handed over', (_, message, told) => {
    expect(toldOf(anEndedDriver({ exitCode: 1, message }))).toContain(told);
  });

  it('is about no other driver', () => {
    const other = { podUid: 'driver-uid-0', cause: CAUSE };
    const ended = anEndedDriver({ exitCode: 9, message: FRAMES });
    expect(toldOf(ended, other)).toBe(
      'The driver ended with exit code 9; look at its log.',
    );
  });

  it('tells it of a driver that is gone', () => {
    const gone = [anEndedDriver({ exitCode: 9, message: FRAMES })];
    const seen = withLoggedCause(objects({ gone }), FAILURE);
    expect(observe(seen).driverEnds[0].finding.message).toContain(CAUSE);
  });

  it('is nothing of a driver that was evicted, nor of one that runs', () => {
    const evicted = anEndedDriver(
      { exitCode: 143 },
      { disrupted: is('True', 9, { reason: 'EvictionByEvictionAPI' }) },
    );
    expect(toldOf(evicted)).toMatch(/^Kubernetes evicted/);
    const seen = objects({ pods: [aReadyDriver()] });
    expect(withLoggedCause(seen, FAILURE)).toEqual(seen);
  });

  it('changes nothing while no log tells more', () => {
    const seen = objects({ pods: [anEndedDriver({ exitCode: 9 })] });
    expect(withLoggedCause(seen, null)).toBe(seen);
  });
});
