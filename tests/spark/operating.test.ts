import { waitUntil } from '../support/waitUntil';
import { installPythonClient, runScript } from './pythonClient';
import { SparkTeam } from './SparkTeam';

jest.setTimeout(600_000);

const SOON = { timeoutMs: 60_000, everyMs: 500 };
const MINUTES = { timeoutMs: 300_000, everyMs: 500 };
const SECRET = 'not-to-be-seen-anywhere';
/** A secret whose effect can be seen. */
const SECRET_ZONE = 'Pacific/Kiritimati';

describe('what a team sees and sets of real Spark', () => {
  let team: SparkTeam;

  beforeAll(async () => {
    await installPythonClient();
    team = await SparkTeam.start();
  });
  afterAll(async () => {
    await team?.stop();
  });

  const logOf = async (id: string, pod: string) =>
    await (await team.clusters.getLogs(id, { pod })).text();

  it('gives secret values to driver and executors, and shows them nowhere', async () => {
    const { id } = await team.create('secrets', {
      environment: [{ name: 'DEMO_PASSWORD', secret: { value: SECRET } }],
      sparkConf: [
        { name: 'spark.sql.session.timeZone', secret: { value: SECRET_ZONE } },
      ],
    });
    const cluster = await team.reaches(id, 'ACTIVE');

    expect(
      await team.connected(cluster, connect =>
        runScript('secret_values.py', connect),
      ),
    ).toBe(`executor=${SECRET.length} zone=${SECRET_ZONE}`);

    const { items: pods } = await team.clusters.listPods(id);
    expect(pods.map(({ component }) => component)).toEqual(
      expect.arrayContaining(['driver', 'executor']),
    );
    const shown = [
      await logOf(id, cluster.status.driver.pod ?? ''),
      JSON.stringify(await team.clusters.getConfiguration(id)),
      JSON.stringify(await team.clusters.getCluster(id)),
    ];
    expect(shown[0]).toContain('HiveThriftServer2');
    shown.forEach(text => expect(text).not.toContain(SECRET));
    shown.forEach(text => expect(text).not.toContain(SECRET_ZONE));

    await team.clusters.terminateCluster(id);
    await team.reaches(id, 'STOPPED', SOON.timeoutMs);
    await waitUntil(
      'every log is kept',
      async () =>
        (
          await team.clusters.listPods(id)
        ).items.every(({ logs }) => logs === 'archived'),
      SOON,
    );
    expect(await logOf(id, cluster.status.driver.pod ?? '')).toContain(
      'HiveThriftServer2',
    );
    const { total } = await team.clusters.getClusterUsage(id);
    expect(total.driverSeconds).toBeGreaterThan(0);
    expect(total.executorSeconds).toBeGreaterThan(0);
    await team.remove(cluster);
  });

  it('says why a driver failed, with the end of its log', async () => {
    const { id } = await team.create('broken', {
      sparkConf: [{ name: 'spark.serializer', value: 'no.such.Serializer' }],
    });
    const cluster = await waitUntil(
      'the failure is told',
      async () => {
        const seen = await team.clusters.getCluster(id);
        return seen.status.reason === 'InvalidSpec' && seen;
      },
      MINUTES,
    );
    const run = await waitUntil(
      'the end of its log is kept',
      async () => {
        const [newest] = (await team.clusters.listRuns(id)).items;
        return newest.failureLog !== null && newest;
      },
      SOON,
    );
    expect(run.exitCode).toBe(1);
    expect(run.failureLog).toContain('no.such.Serializer');
    const { items } = await team.clusters.listEvents(id);
    expect(items.map(({ reason }) => reason)).toContain('SuccessfulCreate');
    await team.remove(cluster);
  });

  it('stops a cluster that nobody uses, and says so before', async () => {
    const { id } = await team.create('idle', {
      autoTermination: { enabled: true, idleMinutes: 1 },
    });
    const cluster = await team.reaches(id, 'ACTIVE');
    await waitUntil(
      'the stop is announced',
      async () =>
        (await team.clusters.getCluster(id)).status.automaticStop?.reason ===
        'IdleTimeout',
      MINUTES,
    );
    await team.reaches(id, 'STOPPED', MINUTES.timeoutMs);
    const [run] = (await team.clusters.listRuns(id)).items;
    expect(run.endReason).toBe('IdleTimeout');
    await team.remove(cluster);
  });
});
