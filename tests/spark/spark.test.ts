import { waitUntil } from '../support/waitUntil';
import { installPythonClient, runQuery } from './pythonClient';
import { SparkTeam } from './SparkTeam';

jest.setTimeout(600_000);

const QUERY = { timeoutMs: 300_000, everyMs: 250 };
const STOPPED_MS = 60_000;

describe('a team and real Spark', () => {
  let team: SparkTeam;

  beforeAll(async () => {
    await installPythonClient();
    team = await SparkTeam.start();
  });
  afterAll(async () => {
    await team?.stop();
  });

  const mostExecutorsDuring = async (
    id: string,
    work: Promise<unknown>,
  ): Promise<number> => {
    let most = 0;
    let done = false;
    const end = () => {
      done = true;
    };
    work.then(end, end);
    await waitUntil(
      'the query ends',
      async () => {
        const { status } = await team.clusters.getCluster(id);
        most = Math.max(most, status.executors.running);
        return done;
      },
      QUERY,
    );
    return most;
  };

  it('runs a query on executors that come when they are needed, and leaves nothing behind', async () => {
    const { id } = await team.create('query');
    const cluster = await team.reaches(id, 'ACTIVE');
    const objects = team.objectsOf(cluster);

    await team.connected(cluster, async connect => {
      const query = runQuery(connect);
      const executors = await mostExecutorsDuring(id, query);
      expect(await query).toBe('total=499999500000 distinct=4000000');
      expect(executors).toBeGreaterThan(0);
      expect(executors).toBeLessThanOrEqual(2);
    });

    await team.clusters.terminateCluster(id);
    await team.reaches(id, 'STOPPED', STOPPED_MS);
    expect(await objects.workload()).toEqual([]);

    await team.remove(cluster);
    expect(await objects.all()).toEqual([]);
  });

  it('has exactly one driver after the portal was killed while the cluster started', async () => {
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
