import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { ComputeClustersService } from './ComputeClustersService';
import { computeClustersServiceRef } from './computeClustersServiceRef';

interface Received {
  method: string;
  url: string;
  subject: string | undefined;
  ifMatch: string | undefined;
}

/** A backend that keeps what it is asked, and a plugin beside it that asks. */
async function startBackend() {
  const received: Received[] = [];
  let service: ComputeClustersService | undefined;
  const computeClusters = createBackendPlugin({
    pluginId: 'compute-clusters',
    register(env) {
      env.registerInit({
        deps: {
          httpAuth: coreServices.httpAuth,
          router: coreServices.httpRouter,
        },
        async init({ httpAuth, router }) {
          router.use(async (req, res) => {
            const { principal } = await httpAuth.credentials(req, {
              allow: ['user'],
            });
            received.push({
              method: req.method,
              url: req.url,
              subject: principal.userEntityRef,
              ifMatch: req.header('If-Match'),
            });
            res.json({
              items: [],
              status: {},
              pageInfo: {},
              kubernetesClusters: [],
            });
          });
        },
      });
    },
  });
  const asker = createBackendPlugin({
    pluginId: 'asker',
    register(env) {
      env.registerInit({
        deps: { clusters: computeClustersServiceRef },
        async init({ clusters }) {
          service = clusters;
        },
      });
    },
  });
  const backend = await startTestBackend({
    features: [computeClusters, asker],
  });
  if (!service) {
    throw new Error('The plugin did not start');
  }
  return { backend, received, service };
}

describe('computeClustersServiceRef', () => {
  const credentials = mockCredentials.user('user:default/data-engineer');
  const me = { credentials };
  let started: Awaited<ReturnType<typeof startBackend>>;

  beforeAll(async () => {
    started = await startBackend();
  });

  afterAll(() => started.backend.stop());

  const request = {
    namespace: 'data-eng',
    name: 'etl',
    spec: { driver: { nodeType: 'driver-small' } },
  };

  it.each<[string, (s: ComputeClustersService) => Promise<unknown>, string]>([
    ['a page', s => s.listClusters({ limit: 5 }, me), 'GET /clusters?limit=5'],
    ['a cluster', s => s.getCluster('1', me), 'GET /clusters/1'],
    [
      'a place',
      s =>
        s.getClusterByName(
          { kubernetesCluster: 'demo', namespace: 'a', name: 'b' },
          me,
        ),
      'GET /clusters/by-name/demo/a/b',
    ],
    ['a creation', s => s.createCluster(request, me), 'POST /clusters'],
    [
      'a change',
      s => s.configureCluster('1', { spec: request.spec }, me),
      'PUT /clusters/1',
    ],
    ['a start', s => s.startCluster('1', me), 'POST /clusters/1/start'],
    ['a restart', s => s.restartCluster('1', me), 'POST /clusters/1/restart'],
    [
      'a termination',
      s => s.terminateCluster('1', me),
      'POST /clusters/1/terminate',
    ],
    ['a deletion', s => s.deleteCluster('1', me), 'DELETE /clusters/1'],
    [
      'a validation',
      s => s.validateCluster(request, me),
      'POST /clusters/validate',
    ],
    [
      'activity',
      s => s.listActivity('1', { limit: 2 }, me),
      'GET /clusters/1/activity?limit=2',
    ],
    [
      'a token',
      s => s.getConnectToken('1', me),
      'GET /clusters/1/connect-token',
    ],
    ['namespaces', s => s.listNamespaces(me), 'GET /namespaces'],
    ['node types', s => s.listNodeTypes(me), 'GET /node-types'],
    ['volumes', s => s.listVolumes(me), 'GET /volumes'],
    ['images', s => s.listImages(me), 'GET /images'],
    ['rights', s => s.getMe(me), 'GET /me'],
    ['health', s => s.getHealth(me), 'GET /health'],
  ])('asks for %s on behalf of the user', async (_, ask, expected) => {
    await ask(started.service);

    const { method, url, subject } =
      started.received[started.received.length - 1];
    expect(`${method} ${url}`).toBe(expected);
    expect(subject).toBe('user:default/data-engineer');
  });

  it('passes on what a change is based on', async () => {
    await started.service.deleteCluster('1', { credentials, ifMatch: '"3"' });

    expect(started.received[started.received.length - 1].ifMatch).toBe('"3"');
  });
});
