import { TestDatabases } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  PermissionCondition,
  PermissionCriteria,
} from '@backstage/plugin-permission-common';
import { computeClusterConditions } from '../permissions';
import {
  createRequest,
  namesSeenBy,
  startTestPortal,
  startWithTeams,
  TestPortalOptions,
} from './__testUtils__';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const start = (options: Omit<TestPortalOptions, 'databases'> = {}) =>
  startWithTeams({ databases, ...options });

describe('permission policy', () => {
  /** A policy that decides on these permissions, and allows all others. */
  function policy(
    decisions: Record<string, 'DENY' | PermissionCriteria<PermissionCondition>>,
  ) {
    const decide = (name: string) => {
      const decision = decisions[name];
      if (!decision) {
        return { result: AuthorizeResult.ALLOW } as const;
      }
      return decision === 'DENY'
        ? ({ result: AuthorizeResult.DENY } as const)
        : ({
            result: AuthorizeResult.CONDITIONAL,
            pluginId: 'compute-clusters',
            resourceType: 'compute-cluster',
            conditions: decision,
          } as const);
    };
    const isAllowed = (name: string) =>
      decide(name).result === AuthorizeResult.ALLOW;
    return {
      authorize: async (requests: { permission: { name: string } }[]) =>
        requests.map(({ permission }) => ({
          result: isAllowed(permission.name)
            ? AuthorizeResult.ALLOW
            : AuthorizeResult.DENY,
        })),
      authorizeConditional: async (
        requests: { permission: { name: string } }[],
      ) => requests.map(({ permission }) => decide(permission.name)),
    };
  }

  it.each<[string, PermissionCriteria<PermissionCondition>, string[]]>([
    [
      'IS_OWNER',
      computeClusterConditions.isOwner({
        claims: ['group:default/Machine-Learning'],
      }),
      ['train'],
    ],
    [
      'IN_NAMESPACE',
      computeClusterConditions.inNamespace({ namespaces: ['data-eng'] }),
      ['etl'],
    ],
    ['HAS_TAG', computeClusterConditions.hasTag({ key: 'env' }), ['etl']],
    [
      'HAS_TAG with a value',
      computeClusterConditions.hasTag({ key: 'env', value: 'dev' }),
      [],
    ],
    [
      'a combination',
      {
        anyOf: [
          { not: computeClusterConditions.hasTag({ key: 'env' }) },
          computeClusterConditions.isOwner({
            claims: ['group:default/nobody'],
          }),
        ],
      },
      ['train'],
    ],
  ])('filters lists and reads by %s', async (_, conditions, names) => {
    const { as, etl, train } = await start({
      permissions: policy({ 'compute-clusters.cluster.read': conditions }),
    });
    const admin = as('platform-admin');

    expect(await namesSeenBy(admin)).toEqual(names);
    for (const cluster of [etl, train]) {
      await admin
        .get(`/clusters/${cluster.id}`)
        .expect(names.includes(cluster.name) ? 200 : 404);
    }
  });

  it('shows nothing to who may not read', async () => {
    const { as, etl } = await start({
      permissions: policy({ 'compute-clusters.cluster.read': 'DENY' }),
    });

    expect(await namesSeenBy(as('data-engineer'))).toEqual([]);
    await as('data-engineer').get(`/clusters/${etl.id}`).expect(404);
  });

  it('never gives more than ownership does', async () => {
    const { as } = await start({
      permissions: policy({
        'compute-clusters.cluster.read': computeClusterConditions.isOwner({
          claims: ['group:default/machine-learning'],
        }),
      }),
    });

    expect(await namesSeenBy(as('data-engineer'))).toEqual([]);
  });

  it.each([
    ['update', 'put', '', { spec: createRequest().spec }],
    ['operate', 'post', '/terminate', {}],
    ['delete', 'delete', '', {}],
    ['connect', 'get', '/connect-token', {}],
  ] as const)(
    'refuses what needs %s where it is denied',
    async (permission, method, path, payload) => {
      const name = `compute-clusters.cluster.${permission}`;
      const { as, etl } = await start({
        permissions: policy({ [name]: 'DENY' }),
      });

      const { body } = await as('data-engineer')
        [method](`/clusters/${etl.id}${path}`)
        .send(payload)
        .expect(403);

      expect(body.error.message).toContain(name);
    },
  );

  it('refuses to create where it is denied', async () => {
    const { as } = await startTestPortal({
      databases,
      permissions: policy({ 'compute-clusters.cluster.create': 'DENY' }),
    });
    const engineer = as('data-engineer');

    await engineer.post('/clusters').send(createRequest()).expect(403);
    const { body } = await engineer.get('/me');
    expect(body.canCreate).toBe(false);
  });
});
