import { CoreV1Api, loadYaml, V1Job, V1Pod } from '@kubernetes/client-node';
import { SimulatedPortal } from './__testUtils__/SimulatedPortal';
import { soon } from './reconciler/__testUtils__/soon';

jest.setTimeout(60_000);

const SPEC = {
  driver: { nodeType: 'driver-spot' },
  executor: {
    nodeType: 'executor-spot',
    min: 2,
    max: 4,
    spot: true,
    volume: 'ssd',
  },
  autoScaling: { enabled: true, idleTimeoutMinutes: 7 },
  image: 'Nightly',
  arguments: ['--hiveconf', 'hive.exec.parallel=true'],
  javaOptions: '-Dteam=data',
  environment: [
    { name: 'STAGE', value: 'dev' },
    { name: 'PASSWORD', secret: { ref: { name: 'team', key: 'password' } } },
  ],
  sparkConf: [{ name: 'spark.sql.shuffle.partitions', value: '64' }],
  dependencies: {
    jars: ['s3a://libs/a.jar'],
    files: ['s3a://libs/b.csv'],
    pyFiles: ['s3a://libs/c.py'],
    packages: ['org.example:lib_2.13:1.0'],
  },
  tags: { 'cost-centre': '42' },
};

const CONFIG = {
  images: [
    { name: 'Spark 4.3', image: 'apache/spark:4.3.0', default: true },
    { name: 'Nightly', image: 'registry.example.com/spark:nightly' },
  ],
  nodeTypes: [
    { name: 'driver-spot', memory: 4096, forDriver: true, spot: true },
    {
      name: 'executor-spot',
      cpu: 500,
      memory: 4096,
      forExecutor: true,
      spot: true,
      nodeSelector: { 'kubernetes.io/os': 'linux' },
      tolerations: [{ key: 'spark', operator: 'Exists' }],
    },
  ],
  volumes: [
    {
      name: 'ssd',
      type: 'persistentVolumeClaim',
      storageClass: 'fast',
      sizeGiB: 20,
    },
  ],
};

/** What a cluster with a value in every field is in Kubernetes, and what Spark makes of it there. */
describe('every field of a cluster', () => {
  let portal: SimulatedPortal;
  let driver: V1Pod;
  let job: V1Job;
  let properties: Record<string, string>;
  let template: V1Pod;
  let executors: V1Pod[];

  beforeAll(async () => {
    portal = await SimulatedPortal.start(CONFIG);
    const core = portal.kubernetes.kubeConfig.makeApiClient(CoreV1Api);
    const namespace = 'data-eng';
    await core.createNamespacedSecret({
      namespace,
      body: { metadata: { name: 'team' }, stringData: { password: 'x' } },
    });
    const { body } = await portal.create(SPEC);
    await portal.shows(body.id, 'ACTIVE');
    executors = await soon(async () => {
      const { items } = await core.listNamespacedPod({
        namespace,
        labelSelector: 'compute-clusters.backstage.io/component=executor',
      });
      if (items.length < 2) {
        throw new Error(`There are ${items.length} executors yet`);
      }
      return items;
    });
    job = await portal.object('Job', 'etl-1', 'batch/v1');
    const [name] = await portal.kubernetes.driversOf(body.id);
    driver = await portal.object('Pod', name);
    const { data = {} } = await core.readNamespacedSecret({
      namespace,
      name: 'etl',
    });
    properties = Object.fromEntries(
      Buffer.from(data['spark-defaults.conf'], 'base64')
        .toString('utf8')
        .split('\n')
        .map(line => [line.split(' ', 1)[0], line.replace(/^\S+ /, '')]),
    );
    const map = await core.readNamespacedConfigMap({ namespace, name: 'etl' });
    template = loadYaml<V1Pod>(map.data?.['executor.yaml'] ?? '');
  });

  afterAll(async () => {
    await portal.stop();
  });

  const container = () => driver.spec?.containers[0];

  it.each([
    ['spark.kubernetes.container.image', 'registry.example.com/spark:nightly'],
    ['spark.driver.memory', '3712m'],
    ['spark.executor.memory', '2925m'],
    ['spark.kubernetes.executor.request.cores', '500m'],
    ['spark.kubernetes.executor.limit.cores', '500m'],
    ['spark.dynamicAllocation.minExecutors', '2'],
    ['spark.dynamicAllocation.maxExecutors', '4'],
    ['spark.dynamicAllocation.executorIdleTimeout', '7m'],
    ['spark.decommission.enabled', 'true'],
    ['spark.executorEnv.STAGE', 'dev'],
    ['spark.kubernetes.executor.secretKeyRef.PASSWORD', 'team:password'],
    ['spark.sql.shuffle.partitions', '64'],
    ['spark.jars', 's3a://libs/a.jar'],
    ['spark.files', 's3a://libs/b.csv'],
    ['spark.submit.pyFiles', 's3a://libs/c.py'],
    ['spark.jars.packages', 'org.example:lib_2.13:1.0'],
    [
      'spark.kubernetes.executor.label.tags.compute-clusters.backstage.io/cost-centre',
      '42',
    ],
    [
      'spark.kubernetes.executor.volumes.persistentVolumeClaim.spark-local-dir-1.options.claimName',
      'OnDemand',
    ],
    [
      'spark.kubernetes.executor.volumes.persistentVolumeClaim.spark-local-dir-1.options.storageClass',
      'fast',
    ],
    [
      'spark.kubernetes.executor.volumes.persistentVolumeClaim.spark-local-dir-1.options.sizeLimit',
      '20Gi',
    ],
    [
      'spark.kubernetes.executor.volumes.persistentVolumeClaim.spark-local-dir-1.mount.path',
      '/var/data/spark-scratch',
    ],
  ])('is property %s', (name, value) => {
    expect(properties[name]).toBe(value);
  });

  it.each(['driver', 'executor'])('Java options reach the %s', role => {
    expect(properties[`spark.${role}.extraJavaOptions`]).toMatch(
      / -Dteam=data$/,
    );
  });

  it('image, arguments and variables reach the driver', () => {
    expect(container()?.image).toBe('registry.example.com/spark:nightly');
    expect(container()?.args?.join(' ')).toContain(
      '--hiveconf hive.exec.parallel=true',
    );
    expect(container()?.env).toEqual(
      expect.arrayContaining([
        { name: 'STAGE', value: 'dev' },
        {
          name: 'PASSWORD',
          valueFrom: { secretKeyRef: { name: 'team', key: 'password' } },
        },
      ]),
    );
    expect(container()?.resources?.limits).toMatchObject({
      cpu: '1000m',
      memory: '4096Mi',
    });
  });

  it('tags are labels of all that the cluster is', async () => {
    const tagged = {
      metadata: {
        labels: { 'tags.compute-clusters.backstage.io/cost-centre': '42' },
      },
    };
    const others = ['Secret', 'ConfigMap', 'Service'].map(kind =>
      portal.object(kind, 'etl'),
    );
    for (const object of [
      job,
      driver,
      ...executors,
      ...(await Promise.all(others)),
    ]) {
      expect(object).toMatchObject(tagged);
    }
  });

  it('spot is for executors, as a preference, and never for the driver', () => {
    const affinity = template.spec?.affinity?.nodeAffinity;
    expect(
      affinity?.preferredDuringSchedulingIgnoredDuringExecution,
    ).not.toHaveLength(0);
    expect(
      affinity?.requiredDuringSchedulingIgnoredDuringExecution,
    ).toBeUndefined();
    expect(template.spec?.nodeSelector).toEqual({
      'kubernetes.io/os': 'linux',
    });
    expect(template.spec?.tolerations).toContainEqual({
      key: 'spark',
      operator: 'Exists',
    });
    expect(driver.spec?.affinity).toBeUndefined();
    expect(driver.spec?.tolerations ?? []).not.toContainEqual(
      expect.objectContaining({ value: 'spot' }),
    );
  });
});
