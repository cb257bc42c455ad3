import { Interner } from './Interner';
import { trimPod } from './trimPod';
import { WirePod } from './wire';

const LABELS = {
  'compute-clusters.backstage.io/cluster-id': 'id-1',
  'compute-clusters.backstage.io/run': '3',
  'compute-clusters.backstage.io/component': 'driver',
};

function trim(pod: Partial<WirePod>) {
  return trimPod(
    {
      metadata: {
        uid: 'u',
        name: 'etl-3-abcde',
        namespace: 'data-eng',
        resourceVersion: '7',
        creationTimestamp: '2026-01-01T00:00:00Z',
        labels: LABELS,
      },
      ...pod,
    },
    Interner.create(),
  );
}

describe('trimPod', () => {
  it('keeps who and where a pod is', () => {
    expect(trim({ spec: { nodeName: 'real-1' } })).toMatchObject({
      uid: 'u',
      name: 'etl-3-abcde',
      namespace: 'data-eng',
      clusterId: 'id-1',
      run: 3,
      component: 'driver',
      phase: 'Pending',
      node: 'real-1',
      createdAt: Date.UTC(2026, 0, 1),
    });
  });

  it('leaves out what is not ours', () => {
    expect(trim({ metadata: { uid: 'u', labels: {} } })).toBeUndefined();
  });

  it.each(['abc', '1.5', '-1', '3000000000'])(
    'leaves out a run that we never write: %s',
    run => {
      const labels = { ...LABELS, 'compute-clusters.backstage.io/run': run };
      expect(trim({ metadata: { uid: 'u', labels } })).toBeUndefined();
    },
  );

  it('sums up what all containers ask for', () => {
    const containers = [
      { resources: { requests: { cpu: '1500m', memory: '1Gi' } } },
      { resources: { requests: { cpu: '1', memory: '512Mi' } } },
      {},
    ];
    expect(trim({ spec: { containers } })).toMatchObject({
      cpu: 2500,
      memory: 1536,
    });
  });

  it.each([
    [
      'waiting',
      { waiting: { reason: 'ImagePullBackOff', message: 'no such image' } },
      {
        state: 'waiting',
        reason: 'ImagePullBackOff',
        message: 'no such image',
      },
    ],
    [
      'running',
      { running: { startedAt: '2026-01-01T00:00:00Z' } },
      { state: 'running', startedAt: Date.UTC(2026, 0, 1) },
    ],
    [
      'terminated',
      {
        terminated: {
          exitCode: 137,
          reason: 'OOMKilled',
          startedAt: '2025-12-31T23:00:00Z',
          finishedAt: '2026-01-01T00:00:00Z',
        },
      },
      {
        state: 'terminated',
        exitCode: 137,
        reason: 'OOMKilled',
        startedAt: Date.UTC(2025, 11, 31, 23),
        finishedAt: Date.UTC(2026, 0, 1),
      },
    ],
  ])('keeps the state of a %s container', (_, state, expected) => {
    const containerStatuses = [
      { name: 'sidecar', state: {} },
      { name: 'driver', state },
    ];
    expect(trim({ status: { containerStatuses } })?.container).toEqual(
      expected,
    );
  });

  it('keeps the conditions that tell why', () => {
    const conditions = [
      { type: 'PodScheduled', status: 'False', reason: 'Unschedulable' },
      {
        type: 'DisruptionTarget',
        status: 'True',
        reason: 'EvictionByEvictionAPI',
      },
    ];
    const record = trim({ status: { conditions } });
    expect(record?.scheduled).toMatchObject({
      status: 'False',
      reason: 'Unschedulable',
    });
    expect(record?.disrupted?.status).toBe('True');
    expect(record?.ready).toBeUndefined();
  });
});
