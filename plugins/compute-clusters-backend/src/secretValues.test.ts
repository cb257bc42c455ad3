import { CoreV1Api, V1Pod, V1Secret } from '@kubernetes/client-node';
import { soon } from './reconciler/__testUtils__/soon';
import { SimulatedPortal } from './__testUtils__/SimulatedPortal';

jest.setTimeout(60_000);

const SECRET_ROWS = {
  environment: [
    { name: 'STAGE', value: 'dev' },
    { name: 'DB_PASSWORD', secret: { value: 'hunter2-environment' } },
  ],
  sparkConf: [
    {
      name: 'spark.hadoop.fs.s3a.secret.key',
      secret: { value: 'hunter2-sparkConf' },
    },
  ],
};

describe('secret values', () => {
  let portal: SimulatedPortal;

  beforeEach(async () => {
    portal = await SimulatedPortal.start();
  });

  afterEach(async () => {
    await portal.stop();
  });

  const core = () => portal.kubernetes.kubeConfig.makeApiClient(CoreV1Api);

  /** The Secrets of user values, with their values in clear. */
  const keptValues = async () => {
    const { items } = await core().listNamespacedSecret({
      namespace: 'data-eng',
    });
    return items
      .filter(({ metadata }) => metadata?.name?.includes('-values-'))
      .map(({ data = {} }) =>
        Object.entries(data).map(([key, value]) => [key, clear(value)]),
      );
  };

  const sparkDefaults = async () => {
    const secret: V1Secret = await portal.object('Secret', 'etl');
    return clear(secret.data?.['spark-defaults.conf'] ?? '');
  };

  const driverOf = async (id: string): Promise<V1Pod> => {
    const [name] = await portal.kubernetes.driversOf(id);
    return await portal.object('Pod', name);
  };

  it('reach driver and executors, and are nowhere else', async () => {
    const created = await portal.create(SECRET_ROWS, 'once');
    expect(created.status).toBe(201);
    expect(created.body.spec).toMatchObject({
      environment: [
        { name: 'STAGE', value: 'dev' },
        { name: 'DB_PASSWORD', secret: { stored: true } },
      ],
      sparkConf: [
        { name: 'spark.hadoop.fs.s3a.secret.key', secret: { stored: true } },
      ],
    });
    const { id } = created.body;
    const active = await portal.shows(id, 'ACTIVE');

    const driver = await driverOf(id);
    const variable = driver.spec?.containers[0].env?.find(
      ({ name }) => name === 'DB_PASSWORD',
    );
    const ref = variable?.valueFrom?.secretKeyRef;
    const secret: V1Secret = await portal.object('Secret', ref?.name ?? '');
    expect(clear(secret.data?.[ref?.key ?? ''] ?? '')).toBe(
      'hunter2-environment',
    );
    const properties = await sparkDefaults();
    expect(properties).toContain(
      `spark.kubernetes.executor.secretKeyRef.DB_PASSWORD ${ref?.name}:${ref?.key}\n`,
    );
    expect(properties).toContain(
      'spark.hadoop.fs.s3a.secret.key hunter2-sparkConf\n',
    );
    expect(properties).not.toContain('hunter2-environment');

    expect(JSON.stringify([created.body, active])).not.toContain('hunter2');
    expect(await portal.written()).toContain('DB_PASSWORD');
    expect(await portal.written()).not.toContain('hunter2');
  });

  it('are kept, replaced and removed when the cluster is configured', async () => {
    const { body } = await portal.create(SECRET_ROWS);
    await portal.shows(body.id, 'ACTIVE');
    const stopped = await portal.terminate(body.id);
    const configured = await portal.call('put', `/clusters/${body.id}`).send({
      spec: {
        ...stopped.spec,
        environment: [{ name: 'DB_PASSWORD', secret: { stored: true } }],
        sparkConf: [
          {
            name: 'spark.hadoop.fs.s3a.secret.key',
            secret: { value: 'hunter3' },
          },
        ],
      },
    });
    expect(configured.status).toBe(200);
    // Another value is another specification, although it shows the same.
    expect(configured.body.generation).toBe(2);

    await portal.call('post', `/clusters/${body.id}/start`);
    await portal.shows(body.id, 'ACTIVE');
    expect(await sparkDefaults()).toContain(
      'spark.hadoop.fs.s3a.secret.key hunter3\n',
    );
    const driver = await driverOf(body.id);
    const names = driver.spec?.containers[0].env?.map(({ name }) => name);
    expect(names).toContain('DB_PASSWORD');
    expect(names).not.toContain('STAGE');
    expect(await portal.written()).not.toMatch(/hunter[23]/);
  });

  it('change nothing when the same is saved again', async () => {
    const { body } = await portal.create(SECRET_ROWS);
    await portal.shows(body.id, 'ACTIVE');
    const { spec } = await portal.terminate(body.id);
    const configured = await portal
      .call('put', `/clusters/${body.id}`)
      .send({ spec });
    expect(configured.body).toMatchObject({ generation: 1, spec });
  });

  it('are not left behind by a create that is refused', async () => {
    const first = await portal.create(SECRET_ROWS);
    const second = await portal.create(SECRET_ROWS);
    expect([first.status, second.status]).toEqual([201, 409]);
    expect(await keptValues()).toHaveLength(1);
  });

  it('are written once for an idempotency key, whatever is sent again', async () => {
    const first = await portal.create(SECRET_ROWS, 'key');
    const again = await portal.create(SECRET_ROWS, 'key');
    expect([again.status, again.body.id]).toEqual([201, first.body.id]);
    expect(await keptValues()).toHaveLength(1);
    const other = await portal.create(
      { ...SECRET_ROWS, javaOptions: '-Da=b' },
      'key',
    );
    expect(other.status).toBe(409);
    expect(await keptValues()).toHaveLength(1);
  });

  it('that are gone from Kubernetes are said to be, when the cluster starts', async () => {
    const { body } = await portal.create(SECRET_ROWS);
    await portal.shows(body.id, 'ACTIVE');
    await portal.terminate(body.id);
    await core().deleteNamespacedSecret({
      namespace: 'data-eng',
      name: `etl-values-${body.id}`,
    });
    await portal.call('post', `/clusters/${body.id}/start`);
    const { status } = await portal.shows(body.id, 'FAILED');
    expect(status).toMatchObject({
      reason: 'InvalidSpec',
      message: expect.stringContaining(
        "The stored value of 'spark.hadoop.fs.s3a.secret.key' is gone",
      ),
    });
  });

  it('go with the cluster', async () => {
    const { body } = await portal.create(SECRET_ROWS);
    await portal.shows(body.id, 'ACTIVE');
    await portal.call('delete', `/clusters/${body.id}`);
    await soonGone(portal, body.id);
    expect(await keptValues()).toEqual([]);
    expect(await portal.kubernetes.thingsOf(body.id)).toEqual([]);
  });

  it('are refused while Kubernetes is silent, and nothing is stored', async () => {
    await portal.kubernetes.simulator.goAway();
    const created = await portal.create(SECRET_ROWS);
    expect(created.status).toBe(503);
    expect(created.headers['retry-after']).toMatch(/^\d+$/);
    expect(JSON.stringify(created.body)).not.toContain('hunter2');
    const list = await portal.call('get', '/clusters');
    expect(list.body.items).toEqual([]);
    expect(await portal.written()).not.toContain('hunter2');
    await portal.kubernetes.simulator.comeBack();
  });

  it('are refused where Kubernetes does not let the portal keep them, and nothing is stored', async () => {
    portal.kubernetes.simulator.forbid({
      verb: 'create',
      resource: 'secrets',
    });
    const created = await portal.create(SECRET_ROWS);
    expect(created.status).toBe(503);
    expect(created.body.error.message).toMatch(
      /does not let the portal keep secret values .*\(Forbidden\); nothing was saved/,
    );
    expect((await portal.call('get', '/clusters')).body.items).toEqual([]);
  });

  it('of a configure that is refused do not replace those that are kept', async () => {
    const { body } = await portal.create(SECRET_ROWS);
    await portal.shows(body.id, 'ACTIVE');
    const { spec } = await portal.terminate(body.id);
    const change = () =>
      portal.call('put', `/clusters/${body.id}`).send({
        spec: {
          ...spec,
          sparkConf: [
            {
              name: 'spark.hadoop.fs.s3a.secret.key',
              secret: { value: 'hunter4' },
            },
          ],
        },
      });
    const [stale, running] = [
      await change().set('If-Match', '"7"'),
      await portal
        .call('post', `/clusters/${body.id}/start`)
        .then(() => change()),
    ];
    expect([stale.status, running.status]).toEqual([412, 409]);
    await portal.shows(body.id, 'ACTIVE');
    expect(await sparkDefaults()).toContain('hunter2-sparkConf');
  });

  it.each([
    ['environment', 'A'],
    ['sparkConf', 'spark.a'],
  ])('of %s can only be kept where there are some', async (section, name) => {
    const refused = await portal.create({
      [section]: [{ name, secret: { stored: true } }],
    });
    expect(refused.status).toBe(422);
    expect(refused.body.error.details).toEqual([
      {
        path: `spec.${section}[0].secret.value`,
        code: 'required',
        message: `There is no stored value of ${name}: give one.`,
      },
    ]);
  });
});

describe('secret values in a namespace that does not exist yet', () => {
  let portal: SimulatedPortal;

  afterEach(async () => {
    await portal.stop();
  });

  const createThere = async (createNamespaces: boolean) => {
    portal = await SimulatedPortal.start({
      kubernetes: {
        clusters: [{ name: 'demo', simulator: true, createNamespaces }],
      },
      namespaces: [{ name: 'fresh', owner: 'user:default/data-engineer' }],
    });
    return await portal.create(SECRET_ROWS, undefined, 'fresh');
  };

  it('are kept where the portal makes it', async () => {
    const { status, body } = await createThere(true);
    expect(status).toBe(201);
    await portal.shows(body.id, 'ACTIVE');
  });

  it('are refused where it does not', async () => {
    const { status, body } = await createThere(false);
    expect(status).toBe(422);
    expect(body.error.details).toMatchObject([{ path: 'namespace' }]);
  });
});

async function soonGone(portal: SimulatedPortal, id: string): Promise<void> {
  await soon(async () => {
    const { status } = await portal.call('get', `/clusters/${id}`);
    expect(status).toBe(404);
  });
}

function clear(base64: string): string {
  return Buffer.from(base64, 'base64').toString('utf8');
}
