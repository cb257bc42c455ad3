import {
  BackstageCredentials,
  coreServices,
  createBackendPlugin,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import { ResourceTotals } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import request from 'supertest';
import { DEFAULT_NODE_TYPES } from '../../config';
import { testStores } from '../../database/__testUtils__';
import { NamespaceMappings } from '../../ownership';
import {
  ClusterGate,
  ComputeClusterService,
  createComputeClusterService,
} from '../../service';
import {
  Audited,
  recordingAuditor,
} from '../../service/__testUtils__/recordingAuditor';
import { AddRoutes } from '../AddRoutes';
import { createRouter } from '../createRouter';

const GROUPS: Record<string, string[]> = {
  'user:default/data-engineer': ['group:default/data-engineering'],
  'user:default/ml-engineer': ['group:default/Machine-Learning'],
  'user:default/analyst': ['group:default/analytics'],
  'user:default/platform-admin': ['group:default/platform'],
};

/** How the portal of a test differs. */
export interface TestPortalOptions {
  databases: TestDatabases;
  /** SQLite unless told. */
  databaseId?: TestDatabaseId;
  visibility?: 'team' | 'everyone';
  permissions?: Partial<PermissionsService>;
  /** What pods use at the moment. */
  used?: ResourceTotals | null;
  /** Of every cluster. */
  connectToken?: string;
  /** Of the parts that have their own. */
  routes?: (parts: TestPortalParts) => AddRoutes[];
}

/** What routes of a test are made from. */
export type TestPortalParts = Awaited<ReturnType<typeof testStores>> & {
  gate: ClusterGate;
  mappings: NamespaceMappings;
};

function userInfo() {
  return mockServices.userInfo.mock({
    async getUserInfo(credentials: BackstageCredentials) {
      const { userEntityRef } = await mockServices
        .userInfo()
        .getUserInfo(credentials);
      if (!GROUPS[userEntityRef]) {
        throw new NotFoundError(`No user ${userEntityRef}`);
      }
      return {
        userEntityRef,
        ownershipEntityRefs: [userEntityRef, ...GROUPS[userEntityRef]],
      };
    },
  });
}

/** The plugin's API as a portal serves it, on a real store, with users of three teams and an admin; no Kubernetes. */
export async function startTestPortal(options: TestPortalOptions) {
  const stores = await testStores(
    options.databases,
    options.databaseId ?? 'SQLITE_3',
  );
  const { store, platform, kubernetesClusters, clock } = stores;
  await platform.seed({ nodeTypes: DEFAULT_NODE_TYPES, volumes: [] });
  await kubernetesClusters.saveAnsweredAt('demo', clock.now());
  const audited: Audited[] = [];
  const changes: string[] = [];
  const built: { service?: ComputeClusterService } = {};

  const mappings = NamespaceMappings.create({
    kubernetesClusters: ['demo'],
    mappings: [
      {
        kubernetesCluster: 'demo',
        name: 'data-eng',
        owner: 'group:default/data-engineering',
        quota: { cpu: 64, memoryGiB: 512, pods: 20 },
      },
      {
        kubernetesCluster: 'demo',
        name: 'ml',
        owner: 'group:default/machine-learning',
      },
    ],
  });
  const plugin = createBackendPlugin({
    pluginId: 'compute-clusters',
    register(env) {
      env.registerInit({
        deps: {
          auth: coreServices.auth,
          auditor: coreServices.auditor,
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
          logger: coreServices.logger,
          permissions: coreServices.permissions,
          permissionsRegistry: coreServices.permissionsRegistry,
          userInfo: coreServices.userInfo,
        },
        async init(services) {
          const { service, gate } = createComputeClusterService({
            ...services,
            config: {
              admins: ['group:default/platform'],
              images: [
                { name: 'Spark 4.3', image: 'spark:4.3.0', default: true },
              ],
              visibility: options.visibility ?? 'team',
            },
            mappings,
            store,
            platform,
            kubernetesClusters,
            clock,
            userSecrets: {
              add: async () => {},
              prune: async () => {},
              discard: async () => {},
            },
            connectTokens: { read: async () => options.connectToken },
            quotaUse: { of: () => options.used ?? null },
            kubernetesHealth: {
              read: async () => ({ kubernetesClusters: [] }),
            },
            onDesiredChange: ({ name }, change) =>
              changes.push(`${name} ${change}`),
          });
          built.service = service;
          services.httpRouter.use(
            await createRouter({
              ...services,
              service,
              defaults: { idleTimeoutMinutes: 20 },
              routes: options.routes?.({ ...stores, gate, mappings }),
            }),
          );
        },
      });
    },
  });
  const { server } = await startTestBackend({
    features: [
      plugin,
      userInfo().factory,
      recordingAuditor(audited).factory,
      options.permissions
        ? mockServices.permissions.mock(options.permissions).factory
        : mockServices.permissions.factory(),
    ],
  });
  if (!built.service) {
    throw new Error('The plugin did not start');
  }

  const call = (
    authorization: string,
    method: 'get' | 'post' | 'put' | 'delete',
    path: string,
  ) =>
    request(server)
      [method](`/api/compute-clusters${path}`)
      .set('Authorization', authorization);
  const client = (authorization: string) => ({
    get: (path: string) => call(authorization, 'get', path),
    post: (path: string) => call(authorization, 'post', path),
    put: (path: string) => call(authorization, 'put', path),
    delete: (path: string) => call(authorization, 'delete', path),
  });

  return {
    ...stores,
    service: built.service,
    audited,
    changes,
    /** Requests of a user. */
    as: (name: string) =>
      client(mockCredentials.user.header(`user:default/${name}`)),
    /** Requests of a service. */
    asService: (subject: string) =>
      client(
        mockCredentials.service.header({
          onBehalfOf: mockCredentials.service(subject),
          targetPluginId: 'compute-clusters',
        }),
      ),
    /** Requests of nobody. */
    asNobody: () => client(mockCredentials.none.header()),
    /** The reconciler saw this state. */
    async observe(
      id: string,
      state: 'ACTIVE' | 'STOPPED' | 'FAILED' | 'STOPPING',
    ) {
      const cluster = await store.get(id);
      if (!cluster) {
        throw new NotFoundError(id);
      }
      await store.saveObserved(
        id,
        { runSequence: cluster.run?.sequence ?? null, power: cluster.power },
        {
          ...cluster.observed,
          state,
          reason: state === 'ACTIVE' ? 'Ready' : 'Terminated',
          since: clock.now(),
        },
      );
    },
  };
}
