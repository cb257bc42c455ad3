import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { StoredClusterState } from '../database';
import { ReconcilerMetrics } from './ReconcilerMetrics';

/** What is shown of a compute cluster, so many seconds after midnight. */
const shown = (
  state: StoredClusterState,
  second: number,
  reason = 'Ready',
) => ({
  state,
  reason,
  since: new Date(Date.UTC(2026, 0, 1, 0, 0, second)),
});

describe('ReconcilerMetrics', () => {
  const demo = { kubernetes_cluster: 'demo' };

  const record = () => {
    const recorded: unknown[] = [];
    const metrics = ReconcilerMetrics.create({
      metrics: metricsServiceMock.mock({
        createCounter: name => ({
          add: (value, attributes) => recorded.push([name, value, attributes]),
        }),
        createHistogram: name => ({
          record: (value, attributes) =>
            recorded.push([name, value, attributes]),
        }),
      }),
    });
    return { metrics, recorded };
  };

  it('tells how long a pass took, and that one failed', () => {
    const { metrics, recorded } = record();
    metrics.passed('demo', 250);
    metrics.failed('demo');
    expect(recorded).toEqual([
      ['compute_clusters.reconcile.duration', 0.25, demo],
      ['compute_clusters.reconcile.errors', 1, demo],
    ]);
  });

  it.each([
    [
      'a start, with its time',
      shown('STARTING', 2),
      shown('ACTIVE', 14),
      [
        ['compute_clusters.starts', 1, demo],
        ['compute_clusters.start.duration', 12, demo],
      ],
    ],
    [
      'a failure, with its reason',
      shown('STARTING', 2),
      shown('FAILED', 14, 'ImagePullFailed'),
      [
        [
          'compute_clusters.failures',
          1,
          { ...demo, reason: 'ImagePullFailed' },
        ],
      ],
    ],
    [
      'a start without its time, when a driver that had failed recovers',
      shown('FAILED', 2, 'CrashLoop'),
      shown('ACTIVE', 14),
      [['compute_clusters.starts', 1, demo]],
    ],
    ['nothing of an end', shown('ACTIVE', 2), shown('STOPPING', 14), []],
    [
      'nothing of a change within a state',
      shown('FAILED', 2, 'CrashLoop'),
      shown('FAILED', 2, 'OutOfMemory'),
      [],
    ],
  ])('tells of %s', (_, before, after, expected) => {
    const { metrics, recorded } = record();
    metrics.shown('demo', before, after);
    expect(recorded).toEqual(expected);
  });
});
