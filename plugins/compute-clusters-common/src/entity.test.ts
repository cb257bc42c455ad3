import {
  entityRefOf,
  formatClusterLocation,
  parseClusterLocation,
} from './entity';

const location = {
  kubernetesCluster: 'demo',
  namespace: 'data-eng',
  name: 'etl',
};

it('names the entity of a cluster after its namespace and name', () => {
  expect(entityRefOf(location)).toBe('resource:data-eng/etl');
});

it('reads the location that it wrote', () => {
  const text = formatClusterLocation(location);

  expect(text).toBe('demo/data-eng/etl');
  expect(parseClusterLocation(text)).toEqual(location);
});

it.each([undefined, '', 'demo', 'demo/data-eng', 'a/b/c/d', 'a//c'])(
  'finds no location in %j',
  text => {
    expect(parseClusterLocation(text)).toBeUndefined();
  },
);
