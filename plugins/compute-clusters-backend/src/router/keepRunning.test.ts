import { TestDatabases } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { computeClusterOperatePermission } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { KnexAutomationStore } from '../database';
import { createRequest, startForEngineer } from './__testUtils__';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

describe.each(databases.eachSupportedId())('keep-running, %p', databaseId => {
  async function start() {
    const portal = await startForEngineer({ databases, databaseId });
    const created = await portal.create({
      spec: {
        ...createRequest().spec,
        autoTermination: { enabled: true, idleMinutes: 60 },
        schedule: {
          timeZone: 'Europe/Berlin',
          windows: [{ days: ['mon'], start: null, stop: '18:00' }],
        },
      },
    });
    await portal.observe(created.id, 'ACTIVE');
    const at = new Date(portal.clock.now().getTime() + 300_000);
    const announce = (reason: 'IdleTimeout' | 'Schedule') =>
      KnexAutomationStore.create(portal).save(
        created.id,
        { runSequence: 1, power: 'on' },
        { stop: { at, reason } },
      );
    const keep = () =>
      portal.engineer.post(`/clusters/${created.id}/keep-running`);
    const automationOf = async () =>
      (await portal.store.get(created.id))?.automation;
    return { ...portal, id: created.id, at, announce, keep, automationOf };
  }

  it('shows the stop that is announced, and takes it back', async () => {
    const { engineer, id, at, announce, keep, automationOf, clock, audited } =
      await start();
    await announce('IdleTimeout');
    const shown = await engineer.get(`/clusters/${id}`).expect(200);
    expect(shown.body.status.automaticStop).toEqual({
      at: at.toISOString(),
      reason: 'IdleTimeout',
    });

    const { body, headers } = await keep().expect(202);

    expect(body).toMatchObject({
      generation: 1,
      status: { state: 'ACTIVE', automaticStop: null },
    });
    expect(headers.etag).toBe('"1"');
    expect(await automationOf()).toMatchObject({
      stop: null,
      activeAt: clock.now(),
    });
    const activity = await engineer.get(`/clusters/${id}/activity`);
    expect(activity.body.items[0]).toMatchObject({
      action: 'keep-running',
      user: 'user:default/data-engineer',
    });
    expect(audited).toContainEqual(
      expect.objectContaining({
        eventId: 'cluster-keep-running',
        status: 'succeeded',
      }),
    );
  });

  it('puts a stop by schedule off by an hour', async () => {
    const { at, announce, keep, automationOf } = await start();
    await announce('Schedule');

    await keep().expect(202);

    expect(await automationOf()).toMatchObject({
      stop: null,
      keptUntil: new Date(at.getTime() + 3_600_000),
    });
  });

  it('is refused while no stop is announced', async () => {
    const { keep } = await start();

    const { body } = await keep().expect(409);

    expect(body.error.message).toBe(
      'No automatic stop of this compute cluster is announced, so there is nothing to put off.',
    );
  });

  it('is done once for each idempotency key, and not on an older specification', async () => {
    const { announce, keep } = await start();
    await announce('IdleTimeout');
    await keep().set('If-Match', '"7"').expect(412);
    await keep().set('Idempotency-Key', 'k').expect(202);
    await keep().set('Idempotency-Key', 'k').expect(202);
    await keep().set('Idempotency-Key', 'other').expect(409);
  });

  it('is hidden from other teams', async () => {
    const { id, announce, as, automationOf } = await start();
    await announce('IdleTimeout');
    await as('ml-engineer').post(`/clusters/${id}/keep-running`).expect(404);
    expect((await automationOf())?.stop).not.toBeNull();
  });

  it('needs the permission to operate', async () => {
    const { create, engineer } = await startForEngineer({
      databases,
      databaseId,
      permissions: {
        authorize: async requests =>
          requests.map(() => ({ result: AuthorizeResult.ALLOW })),
        authorizeConditional: async requests =>
          requests.map(({ permission }) => ({
            result:
              permission.name === computeClusterOperatePermission.name
                ? AuthorizeResult.DENY
                : AuthorizeResult.ALLOW,
          })),
      },
    });
    const { id } = await create();
    await engineer.post(`/clusters/${id}/keep-running`).expect(403);
  });
});
