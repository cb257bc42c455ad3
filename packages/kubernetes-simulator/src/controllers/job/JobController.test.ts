import { SimulatorFixture } from '../../__testUtils__/SimulatorFixture';
import { jobManifest } from '../../__testUtils__/manifests';

const JOBS = '/apis/batch/v1/namespaces/team/jobs';
const PODS = '/api/v1/namespaces/team/pods';
const SECOND = 1_000;

describe('a Job', () => {
  let fixture: SimulatorFixture;

  beforeEach(async () => {
    fixture = await SimulatorFixture.start();
  });

  afterEach(() => fixture.stop());

  const podCount = async () => (await fixture.pods('job-name=etl')).length;

  it('makes one pod that it owns, and tells whether it is ready', async () => {
    await fixture.create(JOBS, jobManifest('etl', { labels: { a: 'b' } }));
    fixture.clock.advance(2 * SECOND);
    const [pod] = await fixture.pods();
    expect(pod.metadata).toMatchObject({
      name: expect.stringMatching(/^etl-[a-z0-9]{5}$/),
      labels: { a: 'b', 'batch.kubernetes.io/job-name': 'etl' },
      ownerReferences: [{ kind: 'Job', name: 'etl', controller: true }],
      finalizers: ['batch.kubernetes.io/job-tracking'],
    });
    expect((await fixture.job('etl')).status).toMatchObject({
      active: 1,
      ready: 1,
    });
  });

  it('tries again after 10, 20 and 40 seconds, then gives up', async () => {
    const annotations = { simulate: 'crash' };
    await fixture.create(
      JOBS,
      jobManifest('etl', { annotations, backoffLimit: 3 }),
    );
    // Each attempt needs 2.02 s until its end, which is noted in whole seconds.
    const counts: number[] = [];
    for (const wait of [4, 6, 4, 16, 4, 36, 10]) {
      fixture.clock.advance(wait * SECOND);
      counts.push(await podCount());
    }
    expect(counts).toEqual([1, 1, 2, 2, 3, 3, 4]);
    const { status } = await fixture.job('etl');
    expect(status?.failed).toBe(4);
    expect(status?.conditions).toEqual([
      expect.objectContaining({ type: 'FailureTarget', status: 'True' }),
      expect.objectContaining({
        type: 'Failed',
        status: 'True',
        reason: 'BackoffLimitExceeded',
        message: 'Job has reached the specified backoff limit',
      }),
    ]);
    fixture.clock.advance(3600 * SECOND);
    await expect(podCount()).resolves.toBe(4);
  });

  it('keeps failed pods, with the message of their log', async () => {
    const annotations = { simulate: 'crash' };
    await fixture.create(JOBS, jobManifest('etl', { annotations }));
    fixture.clock.advance(3 * SECOND);
    const [pod] = await fixture.pods();
    const message =
      pod.status?.containerStatuses?.[0].state?.terminated?.message;
    expect(message).toContain('Caused by: ');
    expect(pod.metadata?.finalizers).toBeUndefined();
  });

  it('hands over no more than the last 2 KiB of a log', async () => {
    const annotations = { simulate: 'deep-crash' };
    await fixture.create(JOBS, jobManifest('etl', { annotations }));
    fixture.clock.advance(3 * SECOND);
    const [pod] = await fixture.pods();
    const message =
      pod.status?.containerStatuses?.[0].state?.terminated?.message;
    expect(message).toHaveLength(2048);
    expect(message).not.toContain('Caused by: ');
    expect(message).toMatch(/Deep\.scala:99\)\n$/);
  });

  it('does not count an eviction, and replaces the pod once it is gone', async () => {
    await fixture.create(JOBS, jobManifest('etl'));
    fixture.clock.advance(2 * SECOND);
    const [pod] = await fixture.pods();
    const name = pod.metadata?.name;
    await fixture.json('POST', `${PODS}/${name}/eviction`, { body: {} });
    await expect(podCount()).resolves.toBe(1);
    fixture.clock.advance(4 * SECOND);
    const [next] = await fixture.pods();
    expect(next.metadata?.name).not.toBe(name);
    expect((await fixture.job('etl')).status?.failed).toBeUndefined();
  });

  it('counts a pod that somebody deletes, and backs off', async () => {
    await fixture.create(JOBS, jobManifest('etl'));
    fixture.clock.advance(2 * SECOND);
    const [pod] = await fixture.pods();
    await fixture.json('DELETE', `${PODS}/${pod.metadata?.name}`);
    fixture.clock.advance(3 * SECOND);
    await expect(podCount()).resolves.toBe(0);
    expect((await fixture.job('etl')).status?.failed).toBe(1);
    fixture.clock.advance(10 * SECOND);
    await expect(podCount()).resolves.toBe(1);
  });

  it('never fails for an image that is missing', async () => {
    const annotations = { simulate: 'image-error' };
    await fixture.create(JOBS, jobManifest('etl', { annotations }));
    fixture.clock.advance(3600 * SECOND);
    const { status } = await fixture.job('etl');
    expect(status).toMatchObject({ active: 1, ready: 0 });
    expect(status?.conditions).toBeUndefined();
  });

  it('says in events when a quota refuses its pod, more and more seldom', async () => {
    await fixture.create('/api/v1/namespaces/team/resourcequotas', {
      metadata: { name: 'q' },
      spec: { hard: { pods: '0' } },
    });
    await fixture.create(JOBS, jobManifest('etl'));
    fixture.clock.advance(8 * SECOND);
    const events = await fixture.events('etl');
    // At 0, 1, 3 and 7 seconds.
    expect(events).toHaveLength(4);
    expect(events[0]).toMatch(
      /^FailedCreate: Error creating: pods "etl-[a-z0-9]{5}" is forbidden: exceeded quota: q, requested: pods=1, used: pods=0, limited: pods=0$/,
    );
    const { status } = await fixture.job('etl');
    expect(status?.conditions).toBeUndefined();
  });

  it.each(['Background', 'Foreground'])(
    'deleted in the %s takes its pods along',
    async propagationPolicy => {
      await fixture.create(JOBS, jobManifest('etl'));
      fixture.clock.advance(2 * SECOND);
      await fixture.json('DELETE', `${JOBS}/etl`, {
        body: { propagationPolicy },
      });
      fixture.clock.advance(3 * SECOND);
      await expect(fixture.pods()).resolves.toEqual([]);
      await expect(fixture.job('etl')).rejects.toMatchObject({ code: 404 });
    },
  );

  it('deleted without a policy leaves its pods, as Kubernetes does', async () => {
    await fixture.create(JOBS, jobManifest('etl'));
    fixture.clock.advance(2 * SECOND);
    await fixture.json('DELETE', `${JOBS}/etl`);
    fixture.clock.advance(10 * SECOND);
    const [pod] = await fixture.pods();
    expect(pod.metadata?.ownerReferences).toBeUndefined();
    expect(pod.metadata?.finalizers).toBeUndefined();
  });
});
