import { SimulatorFixture } from '../../__testUtils__/SimulatorFixture';
import { jobManifest } from '../../__testUtils__/manifests';

const JOBS = '/apis/batch/v1/namespaces/team/jobs';
const SECRETS = '/api/v1/namespaces/team/secrets';
const SECOND = 1_000;

const CONF = {
  'spark.app.name': 'etl',
  'spark.dynamicAllocation.enabled': 'true',
  'spark.dynamicAllocation.minExecutors': '2',
  'spark.dynamicAllocation.maxExecutors': '4',
  'spark.executor.memory': '512m',
  'spark.kubernetes.executor.request.cores': '200m',
  'spark.kubernetes.executor.limit.cores': '1',
  'spark.kubernetes.executor.label.cluster': 'etl',
  'spark.kubernetes.executor.podTemplateFile': '/etc/spark/executor.yaml',
  'spark.connect.authenticate.token': 's3cret',
};

const TEMPLATE = `
apiVersion: v1
kind: Pod
metadata: { labels: { tier: batch } }
spec:
  tolerations: [{ key: spot, operator: Exists }]
`;

describe('a simulated Spark driver', () => {
  let fixture: SimulatorFixture;

  afterEach(() => fixture.stop());

  const start = async (
    conf: Record<string, string> = CONF,
    options: Parameters<typeof SimulatorFixture.start>[0] = {},
  ) => {
    fixture = await SimulatorFixture.start(options);
    const lines = Object.entries(conf).map(([key, value]) => `${key} ${value}`);
    await fixture.create(SECRETS, {
      metadata: { name: 'etl' },
      stringData: {
        'spark-defaults.conf': lines.join('\n'),
        'executor.yaml': TEMPLATE,
      },
    });
    const labels = { 'compute-clusters.backstage.io/component': 'driver' };
    await fixture.create(
      JOBS,
      jobManifest('etl', {
        labels,
        spec: { volumes: [{ name: 'conf', secret: { secretName: 'etl' } }] },
        container: {
          args: [
            '--conf',
            'spark.kubernetes.executor.podNamePrefix=$(POD_NAME)',
          ],
          env: [
            {
              name: 'POD_NAME',
              valueFrom: { fieldRef: { fieldPath: 'metadata.name' } },
            },
          ],
          volumeMounts: [{ name: 'conf', mountPath: '/etc/spark' }],
        },
      }),
    );
  };
  const executors = () => fixture.pods('spark-role=executor');
  const driver = async () => {
    const [pod] = await fixture.pods('job-name=etl');
    return pod;
  };

  it('is ready after some seconds and then has its executors', async () => {
    await start();
    fixture.clock.advance(4 * SECOND);
    await expect(executors()).resolves.toEqual([]);
    fixture.clock.advance(3 * SECOND);
    const name = (await driver()).metadata?.name;
    const [first, second] = await executors();
    expect(second.metadata?.name).toBe(`${name}-exec-2`);
    expect(first).toMatchObject({
      metadata: {
        name: `${name}-exec-1`,
        labels: { cluster: 'etl', tier: 'batch', 'spark-exec-id': '1' },
        ownerReferences: [{ kind: 'Pod', name }],
      },
      spec: {
        containers: [
          {
            resources: {
              requests: { cpu: '200m', memory: '896Mi' },
              limits: { cpu: '1', memory: '896Mi' },
            },
          },
        ],
      },
      status: { phase: 'Running' },
    });
    expect(first.spec?.tolerations).toContainEqual({
      key: 'spot',
      operator: 'Exists',
    });
  });

  it('has none in local mode', async () => {
    await start({ ...CONF, 'spark.master': 'local[2]' });
    fixture.clock.advance(60 * SECOND);
    await expect(executors()).resolves.toEqual([]);
  });

  it('has a fixed number without dynamic allocation', async () => {
    await start({ 'spark.executor.instances': '3' });
    fixture.clock.advance(10 * SECOND);
    await expect(executors()).resolves.toHaveLength(3);
  });

  it('replaces an executor that is gone', async () => {
    await start();
    fixture.clock.advance(10 * SECOND);
    const [victim] = await executors();
    const path = `/api/v1/namespaces/team/pods/${victim.metadata?.name}`;
    await fixture.json('DELETE', path);
    fixture.clock.advance(5 * SECOND);
    const names = (await executors()).map(pod => pod.metadata?.name);
    expect(names).toHaveLength(2);
    expect(names).not.toContain(victim.metadata?.name);
  });

  it('takes its executors along when its Job is deleted', async () => {
    await start();
    fixture.clock.advance(10 * SECOND);
    const body = { propagationPolicy: 'Background' };
    await fixture.json('DELETE', `${JOBS}/etl`, { body });
    fixture.clock.advance(5 * SECOND);
    await expect(fixture.pods()).resolves.toEqual([]);
  });

  it('gets what a quota leaves, tries again, and tells only its log', async () => {
    await start();
    await fixture.create('/api/v1/namespaces/team/resourcequotas', {
      metadata: { name: 'q' },
      spec: { hard: { pods: '2' } },
    });
    fixture.clock.advance(10 * SECOND);
    await expect(executors()).resolves.toHaveLength(1);
    const name = (await driver()).metadata?.name ?? '';
    const log = await fixture.core.readNamespacedPodLog({
      namespace: 'team',
      name,
    });
    expect(log).toContain('exceeded quota: q, requested: pods=1');
    await fixture.json('DELETE', '/api/v1/namespaces/team/resourcequotas/q');
    fixture.clock.advance(10 * SECOND);
    await expect(executors()).resolves.toHaveLength(2);
  });

  it('scales between its bounds under the demo workload', async () => {
    await start(CONF, { workload: 'demo' });
    const counts = new Set<number>();
    for (let step = 0; step < 100; step += 1) {
      fixture.clock.advance(10 * SECOND);
      counts.add((await executors()).length);
    }
    expect(Math.min(...[...counts].filter(Boolean))).toBeGreaterThanOrEqual(2);
    expect(counts.size).toBeGreaterThan(1);
    expect(Math.max(...counts)).toBeLessThanOrEqual(4);
  });

  it("answers Spark's REST API through the pod proxy", async () => {
    await start();
    fixture.clock.advance(10 * SECOND);
    const name = (await driver()).metadata?.name;
    const proxy = `/api/v1/namespaces/team/pods/${name}:4040/proxy`;
    const get = async (path: string) =>
      (await fixture.json('GET', `${proxy}/api/v1/${path}`)).body;
    await expect(get('version')).resolves.toEqual({ spark: '4.3.0' });
    await expect(get('applications')).resolves.toMatchObject([{ id: name }]);
    const list = await get(`applications/${name}/executors`);
    expect(list.map(({ id }: { id: string }) => id)).toEqual([
      'driver',
      '1',
      '2',
    ]);
    const { sparkProperties } = await get(`applications/${name}/environment`);
    expect(sparkProperties).toContainEqual([
      'spark.connect.authenticate.token',
      '*********(redacted)',
    ]);
    // sends on to the jobs
    const page = await fixture.request('GET', `${proxy}/`);
    expect(page.body).toContain('<h1>Jobs</h1>');
    expect(page.body).toContain('This driver is simulated');
    expect(page.body).toContain(`href="${proxy}/executors/"`);
  });

  it('tells how it is used', async () => {
    await start();
    fixture.clock.advance(10 * SECOND);
    const pod = (await driver()).metadata?.name ?? '';
    const proxy = `/api/v1/namespaces/team/pods/${pod}:4040/proxy`;
    const application = `${proxy}/api/v1/applications/${pod}`;
    const jobs = `${application}/jobs?status=running`;
    const operations = `${application}/connect/operations`;
    const get = async (path: string) => (await fixture.json('GET', path)).body;
    const page = async () =>
      (await fixture.request('GET', `${proxy}/sqlserver/`)).body;

    await expect(get(jobs)).resolves.toEqual([]);
    await expect(get(operations)).resolves.toEqual([]);
    expect(await page()).toMatch(/ 0\s+session\(s\) are online/);

    fixture.simulator.useSpark(
      { namespace: 'team', pod },
      {
        runningJobs: 1,
        startedTasks: 7,
        connectOperations: [
          { statement: 'relation', startTimestamp: 5, finishTimestamp: 0 },
        ],
        thriftSessions: 2,
        runningStatements: 1,
      },
    );

    await expect(get(jobs)).resolves.toMatchObject([{ status: 'RUNNING' }]);
    await expect(get(operations)).resolves.toMatchObject([
      { statement: 'relation', finishTimestamp: 0, state: 'STARTED' },
    ]);
    const [{ totalTasks }] = await get(`${application}/allexecutors`);
    expect(totalTasks).toBe(7);
    expect(await page()).toMatch(
      / 2\s+session\(s\) are online,\s+running\s+1\s+SQL statement\(s\)/,
    );
  });

  it('refuses connections before it is ready', async () => {
    await start();
    fixture.clock.advance(2 * SECOND);
    const name = (await driver()).metadata?.name;
    const path = `/api/v1/namespaces/team/pods/${name}:4040/proxy/api/v1/version`;
    const { status, body } = await fixture.json('GET', path);
    expect(status).toBe(503);
    expect(body.message).toContain('connection refused');
  });
});
