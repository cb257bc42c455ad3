import { clusterTotals } from './clusterTotals';
import { nodeType } from '../__testUtils__/nodeType';

const nodeTypes = [
  nodeType(),
  nodeType({ name: 'executor-small', cpu: 2000, memory: 16384 }),
];
const driver = { nodeType: 'driver-small' };
const executor = {
  nodeType: 'executor-small',
  min: 2,
  max: 8,
  spot: false,
  volume: null,
};

describe('clusterTotals', () => {
  it('goes from the minimum to the maximum of executors while auto scaling is on', () => {
    const autoScaling = { enabled: true, idleTimeoutMinutes: 30 };

    expect(clusterTotals({ driver, executor, autoScaling }, nodeTypes)).toEqual(
      {
        idle: { cpu: 5000, memory: 40960, pods: 3 },
        full: { cpu: 17000, memory: 139264, pods: 9 },
      },
    );
  });

  it('is always at full scale while auto scaling is off', () => {
    const autoScaling = { enabled: false, idleTimeoutMinutes: 30 };
    const full = { cpu: 17000, memory: 139264, pods: 9 };

    expect(clusterTotals({ driver, executor, autoScaling }, nodeTypes)).toEqual(
      { idle: full, full },
    );
  });

  it('is the driver alone for a single-node cluster', () => {
    const totals = { cpu: 1000, memory: 8192, pods: 1 };

    expect(
      clusterTotals({ driver, executor: null, autoScaling: null }, nodeTypes),
    ).toEqual({ idle: totals, full: totals });
  });

  it('counts nothing for a node type that it does not know', () => {
    const spec = { driver: { nodeType: 'gone' }, executor, autoScaling: null };

    expect(clusterTotals(spec, nodeTypes).full).toEqual({
      cpu: 16000,
      memory: 131072,
      pods: 9,
    });
  });
});
