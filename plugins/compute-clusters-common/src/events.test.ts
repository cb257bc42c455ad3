import { isClusterChangedEvent } from './events';

const event = {
  clusterId: '7c1e',
  kubernetesCluster: 'demo',
  namespace: 'data-eng',
  name: 'etl',
  change: 'created',
};

it.each([
  ['an event', event, true],
  ['an event with more in it', { ...event, extra: 1 }, true],
  ['another change', { ...event, change: 'eaten' }, false],
  ['no id', { ...event, clusterId: undefined }, false],
  ['a text', 'created', false],
  ['nothing', undefined, false],
])('tells whether %s is one', (_, value, expected) => {
  expect(isClusterChangedEvent(value)).toBe(expected);
});
