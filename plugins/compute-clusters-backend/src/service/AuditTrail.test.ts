import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuditTrail } from './AuditTrail';
import { ClusterHiddenError } from './errors';

describe('AuditTrail', () => {
  const credentials = mockCredentials.user('user:default/data-engineer');
  const event = {
    call: { credentials },
    eventId: 'cluster-create',
    meta: { name: 'etl' },
  } as const;

  const begin = () => {
    const log: unknown[] = [];
    const auditor = mockServices.auditor.mock({
      createEvent: async ({ eventId, meta }) => ({
        success: async () => void log.push([eventId, 'succeeded', meta]),
        fail: async ({ error }) =>
          void log.push([eventId, 'failed', meta, { ...error }, error.message]),
      }),
    });
    return { log, auditor, trail: AuditTrail.create({ auditor }) };
  };

  it('names the caller where there is no request that does', async () => {
    const { log, trail } = begin();
    await trail.record(event, async () => 'done');
    const meta = { name: 'etl', caller: 'user:default/data-engineer' };
    expect(log).toEqual([['cluster-create', 'succeeded', meta]]);
  });

  it('names nobody for what the portal itself does', async () => {
    const { log, auditor, trail } = begin();
    const place = { kubernetesCluster: 'demo', namespace: 'ml', name: 'etl' };
    await trail.recordAutomatic(
      { id: 'id', ...place },
      { eventId: 'cluster-start', cause: 'Schedule' },
      async () => true,
    );
    const meta = { clusterId: 'id', ...place, cause: 'Schedule' };
    expect(log).toEqual([['cluster-start', 'succeeded', meta]]);
    expect(auditor.createEvent.mock.calls[0][0].request).toBeUndefined();
  });

  it('tells of an error its name and message, and nothing that it carries', async () => {
    const { log, trail } = begin();
    const error = Object.assign(new Error('Taken'), { cluster: { spec: {} } });
    await expect(trail.record(event, () => Promise.reject(error))).rejects.toBe(
      error,
    );
    expect(log).toEqual([
      [
        'cluster-create',
        'failed',
        expect.anything(),
        { name: 'Error' },
        'Taken',
      ],
    ]);
  });

  it('does not call failed what was done', async () => {
    const { log, auditor, trail } = begin();
    auditor.createEvent.mockResolvedValue({
      success: () => Promise.reject(new Error('The log is full')),
      fail: async () => void log.push('failed'),
    });
    await expect(trail.record(event, async () => 'done')).rejects.toThrow(
      'The log is full',
    );
    expect(log).toEqual([]);
  });

  it.each([
    [
      'recorded',
      (trail: AuditTrail, work: () => Promise<never>) =>
        trail.record(event, work),
    ],
    [
      'watched',
      (trail: AuditTrail, work: () => Promise<never>) =>
        trail.watch(event, work),
    ],
  ])('has one event of a refusal that was %s before', async (_, pass) => {
    const { log, auditor, trail } = begin();
    const error = new ClusterHiddenError();
    await expect(pass(trail, () => Promise.reject(error))).rejects.toBe(error);
    await AuditTrail.create({ auditor }).refuse(event, error);
    expect(log).toHaveLength(1);
  });
});
