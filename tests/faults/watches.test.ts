import { BatchV1Api } from '@kubernetes/client-node';
import { waitUntil } from '../support/waitUntil';
import { FaultWorld } from './support/FaultWorld';
import { Team } from './support/Team';

jest.setTimeout(180_000);

const NAMESPACE = 'data-eng';
const NOTICED = { timeoutMs: 60_000, everyMs: 100 };

describe('watches that fail', () => {
  let world: FaultWorld;
  let team: Team;

  beforeAll(async () => {
    world = await FaultWorld.create();
    team = await world.team(world.load());
  });
  afterAll(async () => {
    await world?.stop();
  });

  const deleteJob = (name: string) =>
    world.kubeConfig.makeApiClient(BatchV1Api).deleteNamespacedJob({
      namespace: NAMESPACE,
      name,
      propagationPolicy: 'Background',
    });

  it('are noticed within 60 s when they fall silent without being closed', async () => {
    const cluster = await team.run('frozen');
    const pods = await team.podsOf(cluster);
    world.simulator.freezeWatches();
    await deleteJob('frozen-1');

    await waitUntil(
      'the driver that nobody told of is replaced',
      async () => {
        const drivers = await team.objectsOf(cluster).drivers();
        return drivers.some(
          ({ metadata }) => !pods.includes(metadata?.uid ?? ''),
        );
      },
      NOTICED,
    );
    await team.shows(cluster.id, { state: 'ACTIVE' });
    expect(await team.objectsOf(cluster).drivers()).toHaveLength(1);
  });

  it('begin anew when Kubernetes has forgotten where they were', async () => {
    const kept = await team.run('kept');
    const pods = await team.podsOf(kept);
    const stopped = await team.run('stopped');

    world.simulator.compact();
    await team.user.clusters.terminateCluster(stopped.id);
    await team.shows(stopped.id, { state: 'STOPPED' });
    expect(await team.podsOf(kept)).toEqual(pods);

    await world.simulator.goAway();
    world.simulator.compact();
    await world.simulator.comeBack();
    await team.user.clusters.startCluster(stopped.id);
    await team.shows(stopped.id, { state: 'ACTIVE' });
    expect(await team.podsOf(kept)).toEqual(pods);
  });

  it('and answers that take 5 s make things slow, not wrong', async () => {
    await team.run('before');
    world.simulator.slowAnswers(5_000);
    const since = performance.now();
    const slow = await team.create('slow');
    expect(performance.now() - since).toBeLessThan(1_000);
    await team.shows(slow.id, { state: 'ACTIVE' }, 90_000);
    await team.user.clusters.terminateCluster(slow.id);
    await team.shows(slow.id, { state: 'STOPPED' }, 60_000);
    await team.user.clusters.startCluster(slow.id);
    await team.shows(slow.id, { state: 'ACTIVE' }, 90_000);

    world.simulator.slowAnswers(0);
    expect(await team.objectsOf(slow).drivers()).toHaveLength(1);
  });
});
