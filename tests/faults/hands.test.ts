import {
  BatchV1Api,
  CoreV1Api,
  KubernetesObjectApi,
} from '@kubernetes/client-node';
import { waitUntil } from '../support/waitUntil';
import { FaultWorld } from './support/FaultWorld';
import { Team } from './support/Team';

jest.setTimeout(120_000);

const NAMESPACE = 'data-eng';
const SOON = { timeoutMs: 20_000, everyMs: 50 };

describe('hands in the cluster', () => {
  let world: FaultWorld;
  let team: Team;
  let core: CoreV1Api;
  let batch: BatchV1Api;

  beforeAll(async () => {
    world = await FaultWorld.create();
    core = world.kubeConfig.makeApiClient(CoreV1Api);
    batch = world.kubeConfig.makeApiClient(BatchV1Api);
    team = await world.team(world.load());
  });
  afterAll(async () => {
    await world?.stop();
  });

  it('that delete a Job get it back, with one driver', async () => {
    const cluster = await team.run('job');
    const [before] = await team.objectsOf(cluster).drivers();
    await batch.deleteNamespacedJob({
      namespace: NAMESPACE,
      name: 'job-1',
      propagationPolicy: 'Background',
    });
    await waitUntil(
      'another driver runs',
      async () => {
        const { status } = await team.user.clusters.getCluster(cluster.id);
        return (
          status.state === 'ACTIVE' &&
          status.driver.pod !== before.metadata?.name
        );
      },
      SOON,
    );
    expect(await team.objectsOf(cluster).drivers()).toHaveLength(1);
  });

  it('that delete a driver get it back from its Job', async () => {
    const cluster = await team.run('driver');
    const [driver] = await team.objectsOf(cluster).drivers();
    await core.deleteNamespacedPod({
      namespace: NAMESPACE,
      name: driver.metadata?.name ?? '',
    });
    await waitUntil(
      'another driver runs',
      async () => {
        const { status } = await team.user.clusters.getCluster(cluster.id);
        return (
          status.state === 'ACTIVE' &&
          status.driver.pod !== driver.metadata?.name
        );
      },
      { timeoutMs: 60_000 },
    );
    expect(await team.objectsOf(cluster).drivers()).toHaveLength(1);
  });

  it('that edit a Job do not restart what runs', async () => {
    const cluster = await team.run('edited');
    const pods = await team.podsOf(cluster);
    const job = await batch.readNamespacedJob({
      namespace: NAMESPACE,
      name: 'edited-1',
    });
    await batch.replaceNamespacedJob({
      namespace: NAMESPACE,
      name: 'edited-1',
      body: {
        ...job,
        metadata: { ...job.metadata, annotations: { edited: 'by hand' } },
      },
    });
    const other = await team.run('other');
    expect(await team.podsOf(cluster)).toEqual(pods);
    await team.shows(cluster.id, { state: 'ACTIVE' });
    await team.shows(other.id, { state: 'ACTIVE' });
  });

  it('that take a quota away stop no running cluster; a new one waits, and starts by itself', async () => {
    const running = await team.run('running');
    const pods = await team.podsOf(running);
    await core.createNamespacedResourceQuota({
      namespace: NAMESPACE,
      body: {
        metadata: { name: 'by-hand', namespace: NAMESPACE },
        spec: { hard: { pods: '0' } },
      },
    });

    const { id } = await team.create('waiting');
    const { status } = await team.shows(id, {
      state: 'STARTING',
      reason: 'QuotaExceeded',
    });
    expect(status.message).toContain('quota');
    expect(await team.podsOf(running)).toEqual(pods);

    await core.deleteNamespacedResourceQuota({
      namespace: NAMESPACE,
      name: 'by-hand',
    });
    await team.shows(id, { state: 'ACTIVE' }, 90_000);
    expect(await team.podsOf(running)).toEqual(pods);
  });

  it('that own an object of the same name keep it, and are named', async () => {
    const body = {
      metadata: { name: 'taken', namespace: NAMESPACE },
      data: { theirs: 'yes' },
    };
    await core.createNamespacedConfigMap({ namespace: NAMESPACE, body });
    const cluster = await team.create('taken');
    const { status } = await team.shows(cluster.id, {
      state: 'FAILED',
      reason: 'NameTaken',
    });
    expect(status.message).toContain("A ConfigMap named 'taken'");

    await team.user.clusters.deleteCluster(cluster.id);
    await team.isGone(cluster);
    const left = await core.readNamespacedConfigMap({
      namespace: NAMESPACE,
      name: 'taken',
    });
    expect(left.data).toEqual({ theirs: 'yes' });
  });

  it('that delete a starting cluster find nothing left', async () => {
    const cluster = await team.create('short', {
      spec: { environment: [{ name: 'SIMULATE', value: 'stuck' }] },
    });
    await waitUntil(
      'its driver is there',
      async () => (await team.objectsOf(cluster).drivers()).length > 0,
      SOON,
    );
    await team.user.clusters.deleteCluster(cluster.id);
    await team.isGone(cluster, 30_000);
  });

  it.each(['Secret', 'ConfigMap', 'Service'])(
    'that delete a %s find it put back, and nothing restarted',
    async kind => {
      const name = `bare-${kind.toLocaleLowerCase('en-US')}`;
      const cluster = await team.run(name);
      const pods = await team.podsOf(cluster);
      const all = await team.objectsOf(cluster).all();
      await world.kubeConfig.makeApiClient(KubernetesObjectApi).delete({
        apiVersion: 'v1',
        kind,
        metadata: { name, namespace: NAMESPACE },
      });

      await waitUntil(
        `the ${kind} is put back`,
        async () => {
          const now = await team.objectsOf(cluster).all();
          return now.join() === all.join();
        },
        SOON,
      );
      expect(await team.podsOf(cluster)).toEqual(pods);
      await team.shows(cluster.id, { state: 'ACTIVE', reason: 'Ready' });
    },
  );

  it('that take a Service and the right to make it are told; it is put back when it can be', async () => {
    const cluster = await team.run('exposed');
    const pods = await team.podsOf(cluster);
    const key = { namespace: NAMESPACE, name: 'exposed' };
    const allow = world.simulator.forbid({
      verb: 'create',
      resource: 'services',
    });
    await core.deleteNamespacedService(key);
    await waitUntil(
      'the portal says that it cannot put the Service back',
      async () => {
        const { status } = await team.user.clusters.getCluster(cluster.id);
        return status.state === 'ACTIVE' && status.message.includes('put back');
      },
      SOON,
    );
    expect(await team.podsOf(cluster)).toEqual(pods);

    allow();
    await waitUntil(
      'the Service is put back',
      async () => {
        const { status } = await team.user.clusters.getCluster(cluster.id);
        const all = await team.objectsOf(cluster).all();
        return (
          all.includes('Service/exposed') &&
          !status.message.includes('put back')
        );
      },
      { timeoutMs: 60_000 },
    );
  });
});
