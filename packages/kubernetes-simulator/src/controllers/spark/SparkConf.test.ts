import { SparkConf } from './SparkConf';

const conf = (properties: Record<string, string>) =>
  new SparkConf(new Map(Object.entries(properties)));

describe('SparkConf', () => {
  it('reads spark-defaults.conf as Spark does', () => {
    const text = `# a comment
spark.app.name  etl
spark.executor.memory=512m
  spark.executor.cores: 2
spark.executor.extraJavaOptions -Dx=y -Dz="a b"

spark.empty`;
    expect([...SparkConf.parseFile(text)]).toEqual([
      ['spark.app.name', 'etl'],
      ['spark.executor.memory', '512m'],
      ['spark.executor.cores', '2'],
      ['spark.executor.extraJavaOptions', '-Dx=y -Dz="a b"'],
    ]);
  });

  it.each([
    ['the default heap', {}, 1024 + 384],
    ['the least overhead', { 'spark.executor.memory': '512m' }, 896],
    ['a tenth as overhead', { 'spark.executor.memory': '10g' }, 11264],
    [
      'an overhead that is given',
      {
        'spark.executor.memory': '1g',
        'spark.executor.memoryOverhead': '512',
      },
      1536,
    ],
    [
      'a factor that is given',
      {
        'spark.executor.memory': '10g',
        'spark.executor.memoryOverheadFactor': '0.4',
      },
      14336,
    ],
  ])('computes the memory of executors with %s', (_name, properties, mib) => {
    expect(conf(properties).executorMemory).toBe(mib);
  });

  it.each([
    ['local mode', { 'spark.master': 'local[2]' }, 0, 0],
    ['a fixed number', { 'spark.executor.instances': '3' }, 3, 3],
    [
      'dynamic allocation',
      {
        'spark.dynamicAllocation.enabled': 'true',
        'spark.dynamicAllocation.minExecutors': '1',
        'spark.dynamicAllocation.maxExecutors': '4',
      },
      1,
      4,
    ],
  ])('knows the bounds in %s', (_name, properties, min, max) => {
    expect(conf(properties)).toMatchObject({
      minExecutors: min,
      maxExecutors: max,
    });
  });
});
