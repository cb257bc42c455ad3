import {
  platformOwnedEnvironment,
  platformOwnedProperty,
} from './platformOwnedProperties';

describe('platformOwnedProperty', () => {
  it.each([
    ['spark.master', 'the platform decides where the cluster runs'],
    [
      'spark.kubernetes.namespace',
      'the platform decides where the cluster runs',
    ],
    ['spark.executor.memory', 'it follows from the node type'],
    [
      'spark.dynamicAllocation.maxExecutors',
      'set the executors and auto scaling instead',
    ],
    ['spark.jars.packages', 'use the dependencies instead'],
    [
      'spark.kubernetes.authenticate.executor.serviceAccountName',
      'pods run with the rights that the platform gives them',
    ],
    [
      'spark.kubernetes.executor.label.team',
      'the platform finds the cluster’s pods by it',
    ],
    ['spark.executorEnv.A', 'use the environment variables instead'],
  ])('says why %s is not the user’s', (name, reason) => {
    expect(platformOwnedProperty(name)).toBe(reason);
  });

  it.each([
    'spark.app.name',
    'spark.sql.shuffle.partitions',
    'spark.sql.catalog.lake.warehouse',
    'spark.hadoop.fs.s3a.endpoint',
    'spark.executor.heartbeatInterval',
  ])('leaves %s to the user', name => {
    expect(platformOwnedProperty(name)).toBeUndefined();
  });
});

describe('platformOwnedEnvironment', () => {
  it.each(['POD_IP', 'POD_NAME', 'SPARK_CONF_DIR', 'SPARK_LOCAL_DIRS'])(
    'keeps %s to the platform',
    name => {
      expect(platformOwnedEnvironment(name)).toBeDefined();
    },
  );

  it('leaves other variables to the user', () => {
    expect(platformOwnedEnvironment('AWS_REGION')).toBeUndefined();
  });
});
