import { Setting } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import {
  clusterObjectInput,
  SINGLE_NODE,
  spec,
} from '../kubernetes/__testUtils__/clusterObjectInput';
import { driverJob, sparkProperties } from '../kubernetes/objects';
import { effectiveConfiguration } from './effectiveConfiguration';

const ref = { name: 'team', key: 'password' };

function configurationOf(settings: {
  environment?: Setting[];
  sparkConf?: Setting[];
}) {
  return effectiveConfiguration(clusterObjectInput({ spec: spec(settings) }));
}

describe('effectiveConfiguration', () => {
  it('is what the driver gets in its file and on its command line', () => {
    const input = clusterObjectInput();
    const { properties } = effectiveConfiguration(input);
    const args = driverJob(input).spec?.template.spec?.containers[0].args ?? [];
    const written = [
      ...sparkProperties(input).map(({ name }) => name),
      ...args
        .filter((_, index) => args[index - 1] === '--conf')
        .map(property => property.split('=')[0]),
      'spark.master',
    ];
    expect(properties.map(({ name }) => name)).toEqual(written.sort());
  });

  it.each<[string, Setting, { value: string | null; source: string }]>([
    [
      'a property of the user',
      { name: 'spark.mine', value: '1' },
      { value: '1', source: 'user' },
    ],
    [
      'a suggestion that the user overrides',
      { name: 'spark.jars.ivy', value: '/mine' },
      { value: '/mine', source: 'user' },
    ],
    [
      'a stored secret',
      { name: 'spark.mine', secret: { stored: true, ref } },
      { value: null, source: 'user' },
    ],
    [
      'a reference to a secret',
      { name: 'spark.mine', secret: { ref } },
      { value: null, source: 'user' },
    ],
    [
      'a plain value under a name that sounds secret',
      { name: 'spark.hadoop.fs.s3a.secret.key', value: 'oops' },
      { value: null, source: 'user' },
    ],
  ])('shows %s', (_, row, expected) => {
    const { properties } = configurationOf({ sparkConf: [row] });
    expect(properties.filter(({ name }) => name === row.name)).toEqual([
      { name: row.name, ...expected },
    ]);
  });

  it.each([
    ['spark.executor.memory', 'node-type', '2925m'],
    ['spark.ui.port', 'platform', '4040'],
    ['spark.driver.host', 'platform', '$(POD_IP)'],
    ['spark.connect.authenticate.token', 'platform', null],
  ])('says of %s that it comes from the %s', (name, source, value) => {
    const { properties } = configurationOf({});
    expect(properties).toContainEqual({ name, source, value });
  });

  it('shows variables as the user wrote them, references by name only, and no secret', () => {
    const { environment, properties } = configurationOf({
      environment: [
        { name: 'STAGE', value: 'a $(POD_NAME)' },
        { name: 'KEPT', secret: { stored: true, ref } },
        { name: 'API_TOKEN', value: 'oops' },
      ],
    });
    expect(environment).toEqual([
      { name: 'API_TOKEN', value: null, source: 'user' },
      { name: 'KEPT', value: null, source: 'user' },
      { name: 'POD_IP', value: 'of the pod: status.podIP', source: 'platform' },
      {
        name: 'POD_NAME',
        value: 'of the pod: metadata.name',
        source: 'platform',
      },
      {
        name: 'SPARK_LOCAL_DIRS',
        value: '/var/lib/compute-cluster/scratch',
        source: 'platform',
      },
      { name: 'STAGE', value: 'a $(POD_NAME)', source: 'user' },
    ]);
    expect(properties).toContainEqual({
      name: 'spark.kubernetes.executor.secretKeyRef.KEPT',
      value: 'team:password',
      source: 'user',
    });
    expect(properties).toContainEqual({
      name: 'spark.executorEnv.API_TOKEN',
      value: null,
      source: 'user',
    });
  });

  it('has nothing of executors on a single node', () => {
    const { properties } = effectiveConfiguration(
      clusterObjectInput({ spec: spec(SINGLE_NODE) }),
    );
    expect(properties).toContainEqual(
      expect.objectContaining({ name: 'spark.master', value: 'local[2]' }),
    );
    expect(
      properties.filter(({ name }) => name.startsWith('spark.executor')),
    ).toEqual([]);
  });
});
