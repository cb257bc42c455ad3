import { JsonObject } from '@backstage/types';
import { CoreV1Api, V1ConfigMap, V1Pod } from '@kubernetes/client-node';
import { soon } from '../reconciler/__testUtils__/soon';
import { SimulatedPortal } from '../__testUtils__/SimulatedPortal';

jest.setTimeout(60_000);

const ADMIN = 'user:default/platform-admin';

const CONFIG = { admins: [ADMIN] };

const NAMED = { kubernetesCluster: 'demo', namespace: 'data-eng', name: 'etl' };

describe('recovery', () => {
  let portal: SimulatedPortal;

  beforeEach(async () => {
    portal = await SimulatedPortal.start(CONFIG);
  });

  afterEach(() => portal.stop());

  const core = () => portal.kubernetes.kubeConfig.makeApiClient(CoreV1Api);

  const recover = async () => {
    const { body, status } = await portal.call('post', '/recovery', ADMIN);
    expect(status).toBe(200);
    return body;
  };

  const loseAndRecover = async (config: JsonObject = CONFIG) => {
    await portal.loseDatabase(config);
    return await recover();
  };

  const activeCluster = async (spec: object = {}) => {
    const { body, status } = await portal.create(spec);
    expect(status).toBe(201);
    return await portal.shows(body.id, 'ACTIVE');
  };

  /** The uids of all pods, drivers and executors. */
  const podUids = async () => {
    const { items } = await core().listNamespacedPod({ namespace: 'data-eng' });
    return items.map(({ metadata }: V1Pod) => metadata?.uid).sort();
  };

  const changeConfigMap = async (
    change: (data: Record<string, string>) => void,
  ) => {
    const name = { namespace: 'data-eng', name: 'etl' };
    const configMap: V1ConfigMap = await core().readNamespacedConfigMap(name);
    change((configMap.data ??= {}));
    await core().replaceNamespacedConfigMap({ ...name, body: configMap });
  };

  it('takes a running cluster over as it is', async () => {
    const before = await activeCluster({
      executor: { nodeType: 'executor-small', min: 2, max: 4 },
      environment: [
        { name: 'STAGE', value: 'dev' },
        { name: 'PASSWORD', secret: { value: 'hunter2' } },
      ],
      tags: { team: 'a' },
    });
    await soon(async () => expect(await podUids()).toHaveLength(3));
    const pods = await podUids();

    const report = await loseAndRecover();

    const { id } = before;
    expect(report).toEqual({
      restored: [{ ...NAMED, id, reason: null }],
      skipped: [],
    });
    const after = await portal.shows(id, 'ACTIVE');
    const { updatedAt: _, updatedBy: __, status: ___, run, ...rest } = before;
    expect(after).toMatchObject(rest);
    expect(after.run).toMatchObject({
      sequence: 1,
      generation: 1,
      startedAt: run?.startedAt,
    });
    expect(after.updatedBy).toBe(ADMIN);
    expect(await podUids()).toEqual(pods);
    expect(await portal.written()).not.toContain('hunter2');
    const { body } = await portal.call('get', `/clusters/${id}/activity`);
    expect(body.items).toMatchObject([{ action: 'recover', user: ADMIN }]);
  });

  it('leaves a cluster that can do all that it could', async () => {
    const { id } = await activeCluster({ tags: { team: 'a' } });
    await loseAndRecover();
    await portal.shows(id, 'ACTIVE');
    const tagged = await portal.call('get', '/clusters?tag=team=a');
    expect(tagged.body.totalItems).toBe(1);
    await portal.terminate(id);
    await portal.call('post', `/clusters/${id}/start`);
    const { run } = await portal.shows(id, 'ACTIVE');
    expect(run).toMatchObject({ sequence: 2 });
    await portal.call('delete', `/clusters/${id}`);
    await soon(async () =>
      expect(await portal.kubernetes.thingsOf(id)).toEqual([]),
    );
  });

  it('restores a stopped cluster stopped, with the sequence of its last run', async () => {
    const { id } = await activeCluster();
    await portal.call('post', `/clusters/${id}/restart`);
    await soon(async () => {
      const { run } = await portal.shows(id, 'ACTIVE');
      expect(run).toMatchObject({ sequence: 2 });
    });
    await portal.terminate(id);

    await loseAndRecover();

    const stopped = await portal.shows(id, 'STOPPED');
    expect(stopped).toMatchObject({ power: 'off', run: { sequence: 2 } });
    await portal.call('post', `/clusters/${id}/start`);
    const { run } = await portal.shows(id, 'ACTIVE');
    expect(run).toMatchObject({ sequence: 3 });
  });

  it('restores nothing twice', async () => {
    const { id } = await activeCluster();
    await loseAndRecover();
    expect(await recover()).toEqual({ restored: [], skipped: [] });
    const { body } = await portal.call('get', `/clusters/${id}/runs`);
    expect(body.totalItems).toBe(1);
  });

  it('restores nothing that was deleted', async () => {
    const { id } = await activeCluster();
    const { data, metadata } = await core().readNamespacedConfigMap({
      namespace: 'data-eng',
      name: 'etl',
    });
    await portal.call('delete', `/clusters/${id}`);
    await soon(async () =>
      expect(await portal.kubernetes.thingsOf(id)).toEqual([]),
    );
    await core().createNamespacedConfigMap({
      namespace: 'data-eng',
      body: { metadata: { name: 'etl', labels: metadata?.labels }, data },
    });
    expect(await recover()).toEqual({
      restored: [],
      skipped: [
        { ...NAMED, id, reason: expect.stringContaining('was deleted') },
      ],
    });
  });

  it('leaves out what is in a namespace of nobody', async () => {
    const { id } = await activeCluster();
    const report = await loseAndRecover({
      ...CONFIG,
      namespaces: [{ name: 'ml', owner: ADMIN }],
    });
    expect(report).toEqual({
      restored: [],
      skipped: [
        { ...NAMED, id, reason: expect.stringContaining('mapped to no team') },
      ],
    });
    expect(await podUids()).toHaveLength(1);
  });

  it('leaves out what has a name that is taken since', async () => {
    const { id } = await activeCluster();
    await portal.loseDatabase(CONFIG);
    const { body } = await portal.create();
    expect(body.id).not.toBe(id);
    const report = await recover();
    expect(report.skipped).toMatchObject([
      { id, reason: expect.stringContaining('already a compute cluster') },
    ]);
  });

  it.each<[string, (data: Record<string, string>) => void, string]>([
    [
      'no specification',
      data => delete data['cluster.json'],
      'older version of the portal',
    ],
    [
      'a specification that is no JSON',
      data => {
        data['cluster.json'] = '{';
      },
      'cannot be read',
    ],
  ])('leaves out what has %s', async (_, change, reason) => {
    const { id } = await activeCluster();
    await changeConfigMap(change);
    expect(await loseAndRecover()).toEqual({
      restored: [],
      skipped: [{ ...NAMED, id, reason: expect.stringContaining(reason) }],
    });
  });

  it('leaves out what has no ConfigMap', async () => {
    const { id } = await activeCluster();
    await core().deleteNamespacedConfigMap({
      namespace: 'data-eng',
      name: 'etl',
    });
    expect((await loseAndRecover()).skipped).toEqual([
      {
        ...NAMED,
        id,
        name: 'etl-1',
        reason: expect.stringContaining('ConfigMap'),
      },
    ]);
  });

  it('looks through the mapped namespaces where it may not through all', async () => {
    const { id } = await activeCluster();
    portal.kubernetes.simulator.forbid({
      verb: 'list',
      resource: 'configmaps',
      namespace: '',
    });
    expect((await loseAndRecover()).restored).toMatchObject([{ id }]);
  });

  it('is not possible while Kubernetes is away', async () => {
    portal.kubernetes.simulator.goAway();
    const { body, status } = await portal.call('post', '/recovery', ADMIN);
    expect(status).toBe(503);
    expect(body.error.message).toContain('demo');
    portal.kubernetes.simulator.comeBack();
  });

  it('is for admins', async () => {
    const { status } = await portal.call('post', '/recovery');
    expect(status).toBe(403);
  });
});
