import { SparkTeam } from './SparkTeam';

jest.setTimeout(600_000);

describe('a portal that crashes', () => {
  let team: SparkTeam;

  beforeAll(async () => {
    team = await SparkTeam.start();
  });
  afterAll(async () => {
    await team?.stop();
  });

  it('leaves a cluster that was starting with exactly one driver', async () => {
    const cluster = await team.create('killed');
    const objects = team.objectsOf(cluster);

    await team.killPortal();

    const active = await team.reaches(cluster.id, 'ACTIVE');
    const drivers = await objects.drivers();
    expect(drivers.map(pod => pod.metadata?.name)).toEqual([
      active.status.driver.pod,
    ]);
    expect(active.run?.sequence).toBe(1);

    await team.remove(cluster);
  });
});
