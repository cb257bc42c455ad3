import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { clusterCommands, namesSeenBy, startWithTeams } from './__testUtils__';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const start = () => startWithTeams({ databases });

describe('services', () => {
  it('the catalog reads everything', async () => {
    const { asService, etl } = await start();
    const catalog = asService('plugin:catalog');

    expect(await namesSeenBy(catalog)).toEqual(['etl', 'train']);
    await catalog.get(`/clusters/${etl.id}`).expect(200);
  });

  it.each(clusterCommands)(
    'one whose token is not restricted may not %s %s',
    async (method, path, payload) => {
      const { asService, etl } = await start();

      const { body } = await asService('external:ci')
        [method](`/clusters/${etl.id}${path}`)
        .send(payload)
        .expect(403);

      expect(body.error.message).toContain('access restrictions');
    },
  );

  it('one does what its restrictions grant, and nothing else', async () => {
    const { service, etl } = await start();
    const call = {
      id: etl.id,
      credentials: mockCredentials.service('external:ci', {
        permissionNames: [
          'compute-clusters.cluster.read',
          'compute-clusters.cluster.operate',
        ],
      }),
    };

    expect(await service.terminate(call)).toMatchObject({ power: 'off' });
    await expect(service.delete(call)).rejects.toThrow(
      'compute-clusters.cluster.delete',
    );
  });

  it('one that may not read sees nothing', async () => {
    const { service, etl } = await start();
    const credentials = mockCredentials.service('external:ci', {
      permissionNames: ['catalog.entity.read'],
    });

    const page = await service.list({ credentials, filter: {}, limit: 10 });
    expect(page.items).toEqual([]);
    await expect(service.get({ credentials, id: etl.id })).rejects.toThrow(
      'no such compute cluster',
    );
  });
});
