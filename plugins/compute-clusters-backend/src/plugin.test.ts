import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import {
  kubernetesSimulatorExtensionPoint,
  namespaceMappingsExtensionPoint,
} from '@compute-clusters/backstage-plugin-compute-clusters-node';
import request from 'supertest';
import { computeClustersPlugin } from './plugin';
import { SimulatedKubernetes } from './reconciler/__testUtils__/SimulatedKubernetes';
import { soon } from './reconciler/__testUtils__/soon';

jest.setTimeout(60_000);

const ENGINEER = 'user:default/data-engineer';
const STRANGER = 'user:default/stranger';

const CONFIG = {
  computeClusters: {
    kubernetes: { clusters: [{ name: 'demo', simulator: true }] },
    namespaces: [{ name: 'data-eng', owner: ENGINEER }],
    admins: ['group:default/platform'],
  },
};

const BODY = {
  namespace: 'data-eng',
  name: 'etl',
  spec: {
    driver: { nodeType: 'driver-small' },
    executor: { nodeType: 'executor-small', min: 0, max: 4 },
  },
};

const as = (user: string) =>
  ['Authorization', mockCredentials.user.header(user)] as const;

describe('computeClustersPlugin', () => {
  let kubernetes: SimulatedKubernetes;
  let backend: TestBackend;

  beforeEach(async () => {
    kubernetes = await SimulatedKubernetes.start();
  });

  afterEach(async () => {
    await backend.stop();
    await kubernetes.stop();
  });

  const start = async () => {
    backend = await startTestBackend({
      features: [
        computeClustersPlugin,
        mockServices.rootConfig.factory({ data: CONFIG }),
        simulatorModule(kubernetes),
      ],
    });
    return request(backend.server);
  };

  const api = (path: string) => `/api/compute-clusters${path}`;

  const read = async (id: string) =>
    await request(backend.server)
      .get(api(`/clusters/${id}`))
      .set(...as(ENGINEER));

  const shows = async (id: string, state: ComputeCluster['status']['state']) =>
    await soon(async () => {
      const { body } = await read(id);
      expect(body.status?.state).toBe(state);
    });

  it('takes a cluster from its creation to its end', async () => {
    const server = await start();
    const created = await server
      .post(api('/clusters'))
      .set(...as(ENGINEER))
      .send(BODY);
    expect(created.status).toBe(201);
    const { id } = created.body;

    await shows(id, 'ACTIVE');
    const token = await server
      .get(api(`/clusters/${id}/connect-token`))
      .set(...as(ENGINEER));
    expect(token.body.token).toMatch(/^[\w-]{43}$/);

    const terminated = await server
      .post(api(`/clusters/${id}/terminate`))
      .set(...as(ENGINEER));
    expect(terminated.status).toBe(202);
    await shows(id, 'STOPPED');

    await server.post(api(`/clusters/${id}/start`)).set(...as(ENGINEER));
    await shows(id, 'ACTIVE');

    const deleted = await server
      .delete(api(`/clusters/${id}`))
      .set(...as(ENGINEER));
    expect(deleted.status).toBe(202);
    await soon(async () => expect((await read(id)).status).toBe(404));
    expect(await kubernetes.thingsOf(id)).toEqual([]);
  });

  it('hides clusters from strangers', async () => {
    const server = await start();
    const { body } = await server
      .post(api('/clusters'))
      .set(...as(ENGINEER))
      .send(BODY);
    const seen = await server
      .get(api(`/clusters/${body.id}`))
      .set(...as(STRANGER));
    expect(seen.status).toBe(404);
  });

  it('is ready while Kubernetes is away, says so, and goes on when it is back', async () => {
    await kubernetes.simulator.goAway();
    const server = await start();
    const health = await server.get(api('/health')).set(...as(ENGINEER));
    expect(health.body.kubernetesClusters).toEqual([
      {
        name: 'demo',
        reachable: false,
        answeredAt: null,
        simulated: true,
        message: expect.stringContaining('has not answered yet'),
      },
    ]);
    const created = await server
      .post(api('/clusters'))
      .set(...as(ENGINEER))
      .send(BODY);
    expect(created.status).toBe(201);
    expect((await read(created.body.id)).body.status).toMatchObject({
      state: 'UNKNOWN',
      lastKnownState: 'STARTING',
    });

    await kubernetes.simulator.comeBack();
    await shows(created.body.id, 'ACTIVE');
  });
});

describe('what modules add', () => {
  it('refuses a second simulator', async () => {
    const simulator = await SimulatedKubernetes.start();
    await expect(
      startTestBackend({
        features: [
          computeClustersPlugin,
          mockServices.rootConfig.factory({ data: CONFIG }),
          simulatorModule(simulator, 'one'),
          simulatorModule(simulator, 'two'),
        ],
      }),
    ).rejects.toThrow('only one module may');
    await simulator.stop();
  });

  it('refuses a mapping of a namespace that has one', async () => {
    const simulator = await SimulatedKubernetes.start();
    await expect(
      startTestBackend({
        features: [
          computeClustersPlugin,
          mockServices.rootConfig.factory({ data: CONFIG }),
          simulatorModule(simulator),
          createBackendModule({
            pluginId: 'compute-clusters',
            moduleId: 'mappings',
            register(env) {
              env.registerInit({
                deps: { mappings: namespaceMappingsExtensionPoint },
                async init({ mappings }) {
                  mappings.addNamespaceMapping({
                    kubernetesCluster: 'demo',
                    name: 'data-eng',
                    owner: 'group:default/others',
                  });
                },
              });
            },
          }),
        ],
      }),
    ).rejects.toThrow('data-eng');
    await simulator.stop();
  });
});

function simulatorModule(kubernetes: SimulatedKubernetes, name = 'simulator') {
  return createBackendModule({
    pluginId: 'compute-clusters',
    moduleId: name,
    register(env) {
      env.registerInit({
        deps: { simulator: kubernetesSimulatorExtensionPoint },
        async init({ simulator }) {
          simulator.setSimulator({
            kubeConfig: async () => kubernetes.kubeConfig,
          });
        },
      });
    },
  });
}
