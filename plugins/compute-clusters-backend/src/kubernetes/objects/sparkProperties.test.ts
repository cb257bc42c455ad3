import { Volume } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import {
  clusterObjectInput,
  nodeType,
  SINGLE_NODE,
  spec,
} from '../__testUtils__/clusterObjectInput';
import { ClusterObjectInput } from './ClusterObjectInput';
import { sparkProperties } from './sparkProperties';

function propertiesOf(values: Partial<ClusterObjectInput> = {}) {
  return Object.fromEntries(
    sparkProperties(clusterObjectInput(values)).map(({ name, value }) => [
      name,
      value,
    ]),
  );
}

describe('sparkProperties', () => {
  it('serves Connect with its token, on fixed ports', () => {
    expect(propertiesOf()).toMatchObject({
      'spark.plugins': 'org.apache.spark.sql.connect.SparkConnectPlugin',
      'spark.connect.authenticate.token': 't0ken',
      'spark.connect.grpc.binding.port': '15002',
      'spark.ui.port': '4040',
      'spark.driver.port': '7078',
      'spark.driver.blockManager.port': '7079',
    });
  });

  it('survives a full quota', () => {
    expect(propertiesOf()).toMatchObject({
      'spark.executor.maxNumFailures': '1000000',
      'spark.executor.failuresValidityInterval': '10m',
      'spark.kubernetes.allocation.batch.delay': '5s',
      'spark.kubernetes.allocation.maxPendingPods': '4',
    });
  });

  it('scales between minimum and maximum, and lets idle executors go even if they hold data', () => {
    expect(propertiesOf()).toMatchObject({
      'spark.dynamicAllocation.enabled': 'true',
      'spark.dynamicAllocation.minExecutors': '0',
      'spark.dynamicAllocation.maxExecutors': '4',
      'spark.dynamicAllocation.executorIdleTimeout': '30m',
      'spark.dynamicAllocation.cachedExecutorIdleTimeout': '30m',
      'spark.dynamicAllocation.shuffleTracking.timeout': '30m',
    });
  });

  it('keeps all executors while auto scaling is off', () => {
    const properties = propertiesOf({
      spec: spec({ autoScaling: { enabled: false, idleTimeoutMinutes: 30 } }),
    });
    expect(properties).toMatchObject({
      'spark.dynamicAllocation.enabled': 'false',
      'spark.executor.instances': '4',
    });
    expect(properties).not.toHaveProperty(
      'spark.dynamicAllocation.maxExecutors',
    );
  });

  it('divides the node types’ memory and CPU', () => {
    expect(
      propertiesOf({ executorNodeType: nodeType({ cpu: 2500, memory: 4096 }) }),
    ).toMatchObject({
      'spark.driver.memory': '3712m',
      'spark.executor.memory': '2925m',
      'spark.executor.memoryOverhead': '1171m',
      'spark.executor.cores': '4',
      'spark.kubernetes.executor.request.cores': '2500m',
      'spark.kubernetes.executor.limit.cores': '2500m',
    });
  });

  it('labels executors and gives them an account without rights', () => {
    expect(propertiesOf()).toMatchObject({
      'spark.kubernetes.executor.label.compute-clusters.backstage.io/cluster-id':
        '7c1e4d1e-0000-4000-8000-000000000001',
      'spark.kubernetes.executor.label.compute-clusters.backstage.io/run': '3',
      'spark.kubernetes.executor.label.compute-clusters.backstage.io/component':
        'executor',
      'spark.kubernetes.authenticate.executor.serviceAccountName':
        'spark-executor',
    });
  });

  it('has no executors on a single node, where half the memory factor is for Python', () => {
    const properties = propertiesOf({ spec: spec(SINGLE_NODE) });
    expect(properties['spark.driver.memory']).toBe('2925m');
    expect(
      Object.keys(properties).filter(name =>
        /^spark\.(executor|dynamicAllocation|kubernetes)/.test(name),
      ),
    ).toEqual([]);
  });

  it('hands over data of spot machines that go', () => {
    const executor = {
      nodeType: 'small',
      min: 0,
      max: 4,
      spot: true,
      volume: null,
    };
    expect(propertiesOf({ spec: spec({ executor }) })).toMatchObject({
      'spark.decommission.enabled': 'true',
      'spark.storage.decommission.enabled': 'true',
    });
  });

  it('lets the user override suggestions, not what the platform needs', () => {
    const properties = propertiesOf({
      spec: spec({
        sparkConf: [
          { name: 'spark.jars.ivy', value: '/mine' },
          { name: 'spark.ui.port', value: '80' },
          { name: 'spark.sql.shuffle.partitions', value: '7' },
        ],
      }),
    });
    expect(properties).toMatchObject({
      'spark.jars.ivy': '/mine',
      'spark.ui.port': '4040',
      'spark.sql.shuffle.partitions': '7',
    });
  });

  it('says who decided each property', () => {
    const properties = sparkProperties(
      clusterObjectInput({
        spec: spec({ sparkConf: [{ name: 'spark.mine', value: '1' }] }),
      }),
    );
    const source = (name: string) =>
      properties.find(property => property.name === name)?.source;
    expect(source('spark.mine')).toBe('user');
    expect(source('spark.executor.memory')).toBe('node-type');
    expect(source('spark.plugins')).toBe('platform');
  });

  it('takes secret values from where they were read, and leaves out what was not found', () => {
    const secret = { ref: { name: 's', key: 'k' } };
    const properties = propertiesOf({
      spec: spec({
        sparkConf: [
          { name: 'spark.a', secret },
          { name: 'spark.b', secret },
        ],
      }),
      secretProperties: { 'spark.a': 'hidden' },
    });
    expect(properties['spark.a']).toBe('hidden');
    expect(properties).not.toHaveProperty('spark.b');
  });

  it('gives executors plain variables by value and secret ones by reference', () => {
    expect(
      propertiesOf({
        spec: spec({
          environment: [
            { name: 'A', value: 'b' },
            { name: 'S', secret: { ref: { name: 'secret', key: 'key' } } },
          ],
        }),
      }),
    ).toMatchObject({
      'spark.executorEnv.A': 'b',
      'spark.kubernetes.executor.secretKeyRef.S': 'secret:key',
    });
  });

  it('joins dependencies', () => {
    expect(
      propertiesOf({
        spec: spec({
          dependencies: {
            jars: ['s3a://a.jar', 's3a://b.jar'],
            files: [],
            pyFiles: ['s3a://c.py'],
            packages: ['g:a:1'],
          },
        }),
      }),
    ).toMatchObject({
      'spark.jars': 's3a://a.jar,s3a://b.jar',
      'spark.submit.pyFiles': 's3a://c.py',
      'spark.jars.packages': 'g:a:1',
    });
  });

  it('gives Java options to driver and executors; a driver that is out of memory ends', () => {
    const properties = propertiesOf({
      spec: spec({ javaOptions: '-Dx=1 -XX:+UseZGC' }),
    });
    expect(properties['spark.driver.extraJavaOptions']).toMatch(
      /^-XX:\+ExitOnOutOfMemoryError .*-Dx=1 -XX:\+UseZGC$/,
    );
    expect(properties['spark.executor.extraJavaOptions']).toMatch(
      /-Dx=1 -XX:\+UseZGC$/,
    );
  });

  it.each([
    ['spark.hadoop.fs.s3a.secret.key', true],
    ['my.apikey', true],
    ['my.api-key', true],
    ['spark.hadoop.fs.azure.account.key.x.net', true],
    ['spark.hadoop.fs.azure.sas.container.x.net', true],
    ['ssl.privateKey', true],
    ['spark.sql.shuffle.partitions', false],
    ['spark.executor.cores', false],
  ])('redacts %s: %s', (name, redacted) => {
    const pattern = propertiesOf()['spark.redaction.regex'];
    expect(new RegExp(pattern.replace('(?i)', ''), 'i').test(name)).toBe(
      redacted,
    );
  });
});

describe('scratch volumes', () => {
  const volume = (values: Partial<Volume>): Volume => ({
    name: 'scratch',
    description: '',
    type: 'emptyDir',
    ...values,
  });
  const prefix = 'spark.kubernetes.executor.volumes';

  it.each<[string, Volume, Record<string, string>]>([
    [
      'hostPath',
      volume({ type: 'hostPath', path: '/mnt/nvme' }),
      { [`${prefix}.hostPath.spark-local-dir-1.options.path`]: '/mnt/nvme' },
    ],
    [
      'claim',
      volume({
        type: 'persistentVolumeClaim',
        storageClass: 'fast',
        sizeGiB: 20,
      }),
      {
        [`${prefix}.persistentVolumeClaim.spark-local-dir-1.options.claimName`]:
          'OnDemand',
        [`${prefix}.persistentVolumeClaim.spark-local-dir-1.options.storageClass`]:
          'fast',
        [`${prefix}.persistentVolumeClaim.spark-local-dir-1.options.sizeLimit`]:
          '20Gi',
      },
    ],
    [
      'tmpfs, which takes its space from the heap',
      volume({ type: 'tmpfs', sizeGiB: 1 }),
      {
        [`${prefix}.emptyDir.spark-local-dir-1.options.medium`]: 'Memory',
        [`${prefix}.emptyDir.spark-local-dir-1.options.sizeLimit`]: '1Gi',
        'spark.kubernetes.local.dirs.tmpfs': 'true',
        'spark.executor.memory': '1901m',
        'spark.executor.memoryOverhead': '2195m',
      },
    ],
    [
      'emptyDir without a limit',
      volume({}),
      { 'spark.executor.memory': '2925m' },
    ],
    [
      'nfs',
      volume({ type: 'nfs', server: 'nfs.local', path: '/x' }),
      {
        [`${prefix}.nfs.spark-local-dir-1.options.server`]: 'nfs.local',
        [`${prefix}.nfs.spark-local-dir-1.options.path`]: '/x',
      },
    ],
  ])('%s', (_, scratch, expected) => {
    const properties = propertiesOf({ volume: scratch });
    expect(properties).toMatchObject(expected);
    expect(
      Object.entries(properties).find(([name]) => name.endsWith('.mount.path')),
    ).toEqual([expect.any(String), '/var/data/spark-scratch']);
  });
});
