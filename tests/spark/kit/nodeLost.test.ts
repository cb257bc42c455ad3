import { startPart, stopPart } from '../../support/kit';
import { waitUntil } from '../../support/waitUntil';
import { SparkTeam } from '../SparkTeam';

/** Kubernetes waits for a sign of life for 40 s, and looks each 5 s. */
const LOST_MILLISECONDS = 90_000;
const SOON = { timeoutMs: 30_000, everyMs: 250 };

jest.setTimeout(600_000);

describe('a machine whose kubelet died', () => {
  let team: SparkTeam;

  beforeAll(async () => {
    team = await SparkTeam.start();
  });
  afterAll(async () => {
    await startPart('kubelet');
    await team?.stop();
  });

  it('holds up a stop until its pods are given up, and takes new ones when it is back', async () => {
    const { id } = await team.create('lost');
    const cluster = await team.reaches(id, 'ACTIVE');
    const objects = team.objectsOf(cluster);

    await stopPart('kubelet');
    const lost = await team.shows(
      id,
      { state: 'STARTING', reason: 'NodeLost' },
      LOST_MILLISECONDS,
    );
    expect(lost.message).toContain('does not answer');

    await team.clusters.terminateCluster(id);
    await team.shows(
      id,
      { state: 'STOPPING', reason: 'NodeLost' },
      SOON.timeoutMs,
    );
    await waitUntil(
      'Kubernetes was asked to end the driver',
      async () =>
        (
          await objects.drivers()
        ).every(({ metadata }) => metadata?.deletionTimestamp),
      SOON,
    );
    expect(await objects.workload()).toContain(
      `Pod/${cluster.status.driver.pod}`,
    );

    await team.clusters.giveUpPods(id);
    await team.reaches(id, 'STOPPED', SOON.timeoutMs);
    expect(await objects.workload()).toEqual([]);

    await startPart('kubelet');
    await team.clusters.startCluster(id);
    await team.reaches(id, 'ACTIVE');
    await team.remove(cluster);
  });
});
