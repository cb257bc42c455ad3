import type { BackendProcess } from './support/BackendProcess';
import { FaultWorld } from './support/FaultWorld';
import { Team } from './support/Team';

jest.setTimeout(120_000);

const OTHERS = [{ name: 'ml', owner: 'group:default/machine-learning' }];
const NEW_OWNER = [
  { name: 'data-eng', owner: 'group:default/machine-learning' },
];

describe('a portal that is restarted', () => {
  let world: FaultWorld;
  let backend: BackendProcess;
  let team: Team;

  beforeAll(async () => {
    world = await FaultWorld.create();
    backend = world.load();
    team = await world.team(backend);
  });
  afterAll(async () => {
    await world?.stop();
  });

  /** Stops it in order, and starts it with other mappings, if any. */
  const restart = async (namespaces?: object[]) => {
    const next = world.load(namespaces ? { namespaces } : {});
    await backend.stop();
    backend = next;
    return await backend.start();
  };

  it('restarts and stops nothing that runs, and writes no activity', async () => {
    const before = await team.run('upgraded');
    const pods = await team.podsOf(before);
    const activity = await team.user.clusters.listActivity(before.id);

    team = new Team(world.user(await restart()), world.kubeConfig);
    const other = await team.run('another');
    const after = await team.user.clusters.getCluster(before.id);
    expect(after.run).toEqual(before.run);
    expect(after.status.since).toEqual(before.status.since);
    expect(after.status.state).toBe('ACTIVE');
    expect(await team.podsOf(before)).toEqual(pods);
    expect(await team.user.clusters.listActivity(before.id)).toEqual(activity);
    expect(await team.podsOf(other)).toHaveLength(2);
  });

  it('without a namespace mapping lets its clusters run on, for admins to see', async () => {
    const cluster = await team.run('unmapped');
    const pods = await team.podsOf(cluster);

    const url = await restart(OTHERS);
    const engineer = world.user(url);
    const admin = new Team(world.user(url, 'platform-admin'), world.kubeConfig);
    await expect(
      engineer.clusters.getCluster(cluster.id),
    ).rejects.toMatchObject({ statusCode: 404 });
    expect((await engineer.clusters.listClusters()).items).toEqual([]);
    const seen = await admin.shows(cluster.id, { state: 'ACTIVE' });
    expect(seen.ownerRef).toBeNull();
    expect(await admin.podsOf(cluster)).toEqual(pods);

    await admin.user.clusters.terminateCluster(cluster.id);
    await admin.shows(cluster.id, { state: 'STOPPED' });
  });

  it('with another owner of the namespace moves its clusters there', async () => {
    const url = await restart(NEW_OWNER);
    const engineer = world.user(url);
    const learner = world.user(url, 'ml-engineer');
    expect((await engineer.clusters.listClusters()).items).toEqual([]);
    const { items } = await learner.clusters.listClusters();
    expect(items.map(({ name }) => name)).toContain('upgraded');
    expect(items[0].ownerRef).toBe('group:default/machine-learning');
  });
});
