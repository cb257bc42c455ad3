import { aCluster, aStatus } from '../__testUtils__/fixtures';
import { canConfigure } from './clusterState';

describe('canConfigure', () => {
  it.each([
    ['STARTING', false],
    ['ACTIVE', false],
    ['STOPPING', false],
    ['STOPPED', true],
    ['FAILED', true],
    ['DELETING', false],
  ] as const)('tells for %s: %s', (state, expected) => {
    const cluster = aCluster({ status: aStatus({ state }) });
    expect(canConfigure(cluster)).toBe(expected);
  });

  it('goes by the last known state while Kubernetes is silent', () => {
    const status = aStatus({ state: 'UNKNOWN', lastKnownState: 'STOPPED' });
    expect(canConfigure(aCluster({ status }))).toBe(true);
  });

  it('is over once the cluster is being deleted', () => {
    const status = aStatus({ state: 'STOPPED' });
    const deletionRequestedAt = new Date('2026-01-02T10:00:00Z');
    expect(canConfigure(aCluster({ status, deletionRequestedAt }))).toBe(false);
  });
});
