import { NewCluster } from '../ClusterStore';
import { testSpec } from './testSpec';

/** A cluster to be stored, for tests. */
export function newCluster(changes: Partial<NewCluster> = {}): NewCluster {
  return {
    kubernetesCluster: 'demo',
    namespace: 'data-eng',
    name: 'etl',
    description: '',
    spec: testSpec(),
    user: 'user:default/data-engineer',
    ...changes,
  };
}
