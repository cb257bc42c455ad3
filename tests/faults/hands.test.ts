import { BatchV1Api, CoreV1Api } from '@kubernetes/client-node';
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

  it('that delete Secret, ConfigMap and Service restart nothing; the next run has them again', async () => {
    const cluster = await team.run('bare');
    const pods = await team.podsOf(cluster);
    const key = { namespace: NAMESPACE, name: 'bare' };
    const all = (await team.objectsOf(cluster).all()).filter(name =>
      name.endsWith('/bare'),
    );
    expect(all).toHaveLength(3);
    await core.deleteNamespacedSecret(key);
    await core.deleteNamespacedConfigMap(key);
    await core.deleteNamespacedService(key);
    await team.run('meanwhile');
    expect(await team.podsOf(cluster)).toEqual(pods);

    await team.user.clusters.restartCluster(cluster.id);
    await waitUntil(
      'the second run is ACTIVE',
      async () => {
        const { run, status } = await team.user.clusters.getCluster(cluster.id);
        return run?.sequence === 2 && status.state === 'ACTIVE';
      },
      SOON,
    );
    expect(await team.objectsOf(cluster).all()).toEqual(
      expect.arrayContaining(all),
    );
  });
});
