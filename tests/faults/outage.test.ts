import { waitUntil } from '../support/waitUntil';
import { FaultWorld } from './support/FaultWorld';
import { Team } from './support/Team';
import { Void } from './support/Void';

jest.setTimeout(180_000);

const WATCHED = [
  'GET /api/v1/pods',
  'GET /apis/batch/v1/jobs',
  'GET /api/v1/events',
];
const AWAY_MILLISECONDS = 10_000;
const RETURN_MILLISECONDS = 10_000;
const UNKNOWN_MILLISECONDS = 75_000;

describe('while the API server is away', () => {
  let world: FaultWorld;
  let team: Team;

  beforeAll(async () => {
    world = await FaultWorld.create();
    team = await world.team(world.load());
  });
  afterAll(async () => {
    await world?.stop();
  });

  it('is asked at most once a second by each reflector, and all that was asked for is done within 10 s of its return', async () => {
    const running = await team.run('running');
    const kept = await team.run('kept');
    const pods = await team.podsOf(kept);
    await world.simulator.goAway();
    const nothing = await Void.open(world.simulator.url);
    const since = performance.now();

    await team.user.clusters.terminateCluster(running.id);
    const { id } = await team.create('meanwhile');
    await waitUntil(
      'the outage lasts',
      () => performance.now() - since > AWAY_MILLISECONDS,
      { timeoutMs: 2 * AWAY_MILLISECONDS },
    );
    const seconds = (performance.now() - since) / 1_000;
    for (const request of WATCHED) {
      const count = nothing.count(request);
      expect(count).toBeGreaterThan(0);
      expect(count).toBeLessThanOrEqual(seconds + 1);
    }
    const shown = await team.user.clusters.getCluster(kept.id);
    expect(shown.status).toMatchObject({ lastKnownState: 'ACTIVE' });
    const age = Date.now() - shown.status.observedAt.getTime();
    expect(age).toBeGreaterThan(AWAY_MILLISECONDS - 5_000);

    await nothing.close();
    await world.simulator.comeBack();
    await Promise.all([
      team.shows(id, { state: 'ACTIVE' }, RETURN_MILLISECONDS),
      team.shows(running.id, { state: 'STOPPED' }, RETURN_MILLISECONDS),
    ]);
    expect(await team.podsOf(kept)).toEqual(pods);
  });

  it('shows UNKNOWN with what was last known after a minute, however it fell silent, and recovers', async () => {
    const cluster = await team.run('silent');
    const pods = await team.podsOf(cluster);
    await world.simulator.goAway({ hang: true });

    const { status } = await team.shows(
      cluster.id,
      { state: 'UNKNOWN', reason: 'KubernetesUnreachable' },
      UNKNOWN_MILLISECONDS,
    );
    expect(status.lastKnownState).toBe('ACTIVE');
    expect(status.message).toContain('has not answered since');
    const { kubernetesClusters } = await team.user.clusters.getHealth();
    expect(kubernetesClusters[0]).toMatchObject({ reachable: false });

    await world.simulator.comeBack();
    await team.shows(cluster.id, { state: 'ACTIVE' }, RETURN_MILLISECONDS);
    expect(await team.podsOf(cluster)).toEqual(pods);
  });
});
