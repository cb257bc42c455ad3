import { QuotaLimits } from '../schema/openapi';
import { checkQuota } from './checkQuota';

const driver = { cpu: 1000, memory: 8192, pods: 1 };
const multiNode = {
  idle: driver,
  full: { cpu: 17000, memory: 139264, pods: 9 },
};
const unlimited: QuotaLimits = { cpu: null, memory: null, pods: null };

describe('checkQuota', () => {
  it.each<[string, QuotaLimits]>([
    ['without limits', unlimited],
    ['at the limits', { cpu: 17000, memory: 139264, pods: 9 }],
  ])('has nothing to say %s', (_, limits) => {
    expect(checkQuota(multiNode, limits)).toEqual([]);
  });

  it('names each limit and the field that helps', () => {
    const path = 'spec.executor.max';

    expect(
      checkQuota(multiNode, { cpu: 16000, memory: 65536, pods: 8 }),
    ).toEqual([
      {
        path,
        code: 'over-quota',
        message:
          'At full scale the cluster asks for 17 vCPU; the namespace has a quota of 16 vCPU.',
      },
      {
        path,
        code: 'over-quota',
        message:
          'At full scale the cluster asks for 136 GiB; the namespace has a quota of 64 GiB.',
      },
      {
        path,
        code: 'over-quota',
        message:
          'At full scale the cluster asks for 9 pods; the namespace has a quota of 8 pods.',
      },
    ]);
  });

  it('asks for a smaller driver where there are no executors', () => {
    expect(
      checkQuota({ idle: driver, full: driver }, { ...unlimited, cpu: 500 }),
    ).toMatchObject([{ path: 'spec.driver.nodeType' }]);
  });
});
