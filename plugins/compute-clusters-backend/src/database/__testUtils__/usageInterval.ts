import { UsageInterval } from '../UsageStore';

/** An hour of an executor at 20 cents, for tests. */
export function usageInterval(
  changes: Partial<UsageInterval> = {},
): UsageInterval {
  return {
    podUid: 'pod-1',
    clusterId: 'cluster',
    run: 1,
    kubernetesCluster: 'demo',
    namespace: 'data-eng',
    ownerRef: 'group:default/data-engineering',
    component: 'executor',
    nodeType: 'executor-small',
    cpu: 2_000,
    memory: 16_384,
    pricePerHour: 20,
    currency: 'EUR',
    startedAt: new Date('2026-01-01T10:00:00Z'),
    endedAt: new Date('2026-01-01T11:00:00Z'),
    ...changes,
  };
}
