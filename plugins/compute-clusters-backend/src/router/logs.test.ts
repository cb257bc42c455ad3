import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { PodDetails } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { kubernetesSimulatorExtensionPoint } from '@compute-clusters/backstage-plugin-compute-clusters-node';
import { computeClustersPlugin } from '../plugin';
import { SimulatedKubernetes } from '../reconciler/__testUtils__/SimulatedKubernetes';
import { soon } from '../reconciler/__testUtils__/soon';
import { createRequest } from './__testUtils__';

jest.setTimeout(60_000);

const ENGINEER = 'user:default/data-engineer';
const STRANGER = 'user:default/stranger';

const CONFIG = {
  kubernetes: { clusters: [{ name: 'demo', simulator: true }] },
  namespaces: [{ name: 'data-eng', owner: ENGINEER }],
};

describe('logs', () => {
  let kubernetes: SimulatedKubernetes;
  let backend: TestBackend;

  const start = async (visibility: string) =>
    await startTestBackend({
      features: [
        computeClustersPlugin,
        mockServices.rootConfig.factory({
          data: { computeClusters: { ...CONFIG, visibility } },
        }),
        createBackendModule({
          pluginId: 'compute-clusters',
          moduleId: 'simulator',
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
        }),
      ],
    });

  beforeEach(async () => {
    // as fast as a real one ends, so that its log can be read
    kubernetes = await SimulatedKubernetes.start({
      timings: { termination: 300 },
    });
    backend = await start('team');
  });

  afterEach(async () => {
    await backend.stop();
    await kubernetes.stop();
  });

  const call = async (
    path: string,
    options: RequestInit & { user?: string } = {},
  ) =>
    await fetch(
      `http://localhost:${backend.server.port()}/api/compute-clusters${path}`,
      {
        ...options,
        headers: {
          Authorization: mockCredentials.user.header(options.user ?? ENGINEER),
          'Accept-Encoding': 'gzip',
          'Content-Type': 'application/json',
        },
      },
    );

  const errorOf = async (response: Response) => {
    const { error } = await response.json();
    return { status: response.status, code: error.code };
  };

  const read = async (id: string, query = '') => {
    const response = await call(`/clusters/${id}/logs${query}`);
    expect(response.status).toBe(200);
    return await response.text();
  };

  const podsOf = async (id: string): Promise<PodDetails[]> =>
    (await (await call(`/clusters/${id}/pods`)).json()).items;

  const command = async (id: string, name: string) =>
    await call(`/clusters/${id}/${name}`, { method: 'POST' });

  const stateIs = async (id: string, state: string) =>
    await soon(async () => {
      const { status } = await (await call(`/clusters/${id}`)).json();
      expect(status.state).toBe(state);
    });

  const create = async (
    environment: { name: string; value: string }[] = [],
  ) => {
    const request = createRequest();
    const response = await call('/clusters', {
      method: 'POST',
      body: JSON.stringify({
        ...request,
        spec: { ...request.spec, environment },
      }),
    });
    const { id } = await response.json();
    return String(id);
  };

  const createActive = async () => {
    const id = await create();
    await stateIs(id, 'ACTIVE');
    return id;
  };

  it('gives the log of the present driver as plain text', async () => {
    const id = await createActive();

    const response = await call(`/clusters/${id}/logs`);

    expect(response.headers.get('content-type')).toBe(
      'text/plain; charset=utf-8',
    );
    const text = await response.text();
    expect(text).toContain('Running Spark version 4.3.0');
    expect(text).toMatch(/HiveThriftServer2 started\n$/);
  });

  it('gives only the last lines, and only of the time asked for', async () => {
    const id = await createActive();

    expect((await read(id, '?tail=2')).trim().split('\n')).toHaveLength(2);
    expect(await read(id, '?since=2999-01-01T00:00:00Z')).toBe('');
  });

  it('sends what is followed line by line, until the driver ends', async () => {
    const id = await createActive();

    const response = await call(`/clusters/${id}/logs?follow=true&tail=0`);
    expect(response.status).toBe(200);
    await command(id, 'terminate');

    expect(await response.text()).toContain('SparkContext is stopping');
  });

  it('keeps the log of a driver that was stopped, and gives it by the same path', async () => {
    const id = await createActive();
    const [{ name }] = await podsOf(id);
    await command(id, 'terminate');
    await stateIs(id, 'STOPPED');

    await soon(async () =>
      expect(await podsOf(id)).toMatchObject([
        { name, component: 'driver', run: 1, live: false, logs: 'archived' },
      ]),
    );
    const text = await read(id);
    expect(text).toMatch(/^\d\d\/\d\d\/\d\d .* Starting SparkContext\n/);
    expect(text).toContain('SparkContext is stopping');
    expect(await read(id, `?pod=${name}&tail=1&follow=true`)).toBe(
      text.slice(text.trimEnd().lastIndexOf('\n') + 1),
    );
    expect(await read(id, '?since=2999-01-01T00:00:00Z')).toBe('');
  });

  it('gives the log of a driver that crashed, as long as Kubernetes keeps its pod', async () => {
    const id = await create([{ name: 'SIMULATE', value: 'crash' }]);

    await soon(async () =>
      expect(await podsOf(id)).toContainEqual(
        expect.objectContaining({ phase: 'Failed', logs: 'live' }),
      ),
    );
    expect(await read(id)).toContain('simulated crash');
  });

  it('tells a log that has not begun from one that is not there', async () => {
    const id = await create([{ name: 'SIMULATE', value: 'image-error' }]);
    await soon(async () =>
      expect(await podsOf(id)).toMatchObject([{ logs: 'none' }]),
    );

    const early = await call(`/clusters/${id}/logs`);
    expect(early.headers.get('retry-after')).toBe('5');
    expect(await errorOf(early)).toEqual({ status: 409, code: 'no-log-yet' });
    expect(await errorOf(await call(`/clusters/${id}/logs?pod=other`))).toEqual(
      { status: 404, code: 'pod-not-found' },
    );
  });

  it('answers 503 while Kubernetes is away', async () => {
    const id = await createActive();
    await kubernetes.simulator.goAway();

    const response = await call(`/clusters/${id}/logs`);

    expect(response.headers.get('retry-after')).toBe('10');
    expect(await errorOf(response)).toEqual({
      status: 503,
      code: 'log-unavailable',
    });
    await kubernetes.simulator.comeBack();
  });

  it.each([
    ['tail=-1', 'malformed'],
    ['tail=100001', 'malformed'],
    ['since=yesterday', 'malformed'],
    ['follow=maybe', 'malformed'],
    ['color=true', 'malformed'],
    ['container=other', undefined],
  ])('refuses %s', async (query, code) => {
    const id = await createActive();

    expect(await errorOf(await call(`/clusters/${id}/logs?${query}`))).toEqual({
      status: 400,
      code,
    });
  });

  it('has no log of before a restart', async () => {
    const id = await createActive();

    expect(
      await errorOf(await call(`/clusters/${id}/logs?previous=true`)),
    ).toEqual({ status: 404, code: 'no-previous-log' });
  });

  it.each(['pods', 'logs'])('hides %s from other teams', async part => {
    const id = await createActive();

    expect(
      await errorOf(await call(`/clusters/${id}/${part}`, { user: STRANGER })),
    ).toEqual({ status: 404, code: 'not-found' });
  });

  it('shows pods to everyone where they may be seen, and logs to owners only', async () => {
    await backend.stop();
    backend = await start('everyone');
    const id = await createActive();
    const user = STRANGER;

    expect((await call(`/clusters/${id}/pods`, { user })).status).toBe(200);
    expect(await errorOf(await call(`/clusters/${id}/logs`, { user }))).toEqual(
      { status: 403, code: 'forbidden' },
    );
  });

  it('gives no pod of another cluster', async () => {
    const id = await createActive();
    const [{ name }] = await podsOf(id);
    const other = await call('/clusters', {
      method: 'POST',
      body: JSON.stringify(createRequest({ name: 'other' })),
    });
    const { id: otherId } = await other.json();
    await stateIs(otherId, 'ACTIVE');

    expect(
      await errorOf(await call(`/clusters/${otherId}/logs?pod=${name}`)),
    ).toEqual({ status: 404, code: 'pod-not-found' });
  });
});
