import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { JsonObject } from '@backstage/types';
import { startTestPortal } from '../router/__testUtils__';
import { registerActions } from './registerActions';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const REQUEST: JsonObject = {
  namespace: 'data-eng',
  name: 'etl',
  spec: {
    driver: { nodeType: 'driver-small' },
    executor: { nodeType: 'executor-small', min: 0, max: 4 },
  },
};

describe('compute-clusters:create', () => {
  /** Runs the action on a portal of its own, as a user. */
  async function start() {
    const portal = await startTestPortal({ databases });
    const actionsRegistry = actionsRegistryServiceMock();
    registerActions({
      actionsRegistry,
      service: portal.service,
      defaults: { idleTimeoutMinutes: 20 },
    });
    const create = (user: string, input: JsonObject) =>
      actionsRegistry.invoke({
        id: 'test:create',
        input,
        credentials: mockCredentials.user(`user:default/${user}`),
      });
    return { ...portal, create };
  }

  it('creates a cluster in the name of who runs it', async () => {
    const { create, as } = await start();

    const { output } = await create('data-engineer', REQUEST);

    expect(output).toEqual({
      id: expect.any(String),
      kubernetesCluster: 'demo',
      namespace: 'data-eng',
      name: 'etl',
      entityRef: 'resource:data-eng/etl',
    });
    const { body } = await as('data-engineer').get(
      '/clusters/by-name/demo/data-eng/etl',
    );
    expect(body).toMatchObject({
      createdBy: 'user:default/data-engineer',
      spec: {
        executor: { nodeType: 'executor-small', max: 4 },
        autoScaling: { enabled: true, idleTimeoutMinutes: 20 },
      },
    });
  });

  it('may do no more than the user', async () => {
    const { create, store } = await start();

    await expect(create('ml-engineer', REQUEST)).rejects.toThrow(
      /belongs to group:default\/data-engineering/,
    );
    expect(await store.countStates()).toEqual([]);
  });

  it('says what is wrong', async () => {
    const { create } = await start();

    await expect(
      create('data-engineer', { ...REQUEST, name: 'Etl' }),
    ).rejects.toThrow(/Name may have lower-case letters/);
  });
});
