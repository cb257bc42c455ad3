import {
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import authPlugin from '@backstage/plugin-auth-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { authModuleDemoProvider } from './authModuleDemoProvider';

const dataEngineer = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { namespace: 'default', name: 'data-engineer' },
  spec: { memberOf: ['data-engineering'] },
  relations: [
    { type: 'memberOf', targetRef: 'group:default/data-engineering' },
  ],
};

function startBackend(): Promise<TestBackend> {
  return startTestBackend({
    features: [
      authPlugin,
      authModuleDemoProvider,
      catalogServiceMock.factory({ entities: [dataEngineer] }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost:3000' },
          auth: { providers: { demo: {} } },
        },
      }),
    ],
  });
}

describe('the auth provider demo', () => {
  let backend: TestBackend;
  beforeAll(async () => {
    backend = await startBackend();
  });

  const refresh = (query: string, headers: Record<string, string> = {}) =>
    fetch(
      `http://localhost:${backend.server.port()}/api/auth/demo/refresh${query}`,
      { headers: { 'X-Requested-With': 'XMLHttpRequest', ...headers } },
    );

  it.each([
    ['the query', '?user=data-engineer', {}],
    ['a header', '', { 'X-Demo-User': 'data-engineer' }],
  ])('signs in the user whom %s names', async (_, query, headers) => {
    const response = await refresh(query, headers);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      backstageIdentity: {
        token: expect.any(String),
        identity: {
          userEntityRef: 'user:default/data-engineer',
          ownershipEntityRefs: [
            'user:default/data-engineer',
            'group:default/data-engineering',
          ],
        },
      },
    });
  });

  it.each([
    ['nobody', '', 401],
    ['a name that is none', '?user=a/b', 401],
    ['two names', '?user=a&user=b', 401],
    ['a user who is not in the catalog', '?user=stranger', 404],
  ])('refuses %s', async (_, query, status) => {
    expect((await refresh(query)).status).toBe(status);
  });
});

describe('the auth provider demo in production', () => {
  const environment = process.env;
  afterEach(() => {
    process.env = environment;
  });

  it('refuses to start', async () => {
    process.env = { ...environment, NODE_ENV: 'production' };
    await expect(startBackend()).rejects.toThrow(
      'refuses to start in production',
    );
  });
});
