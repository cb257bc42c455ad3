import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { isComputeCluster } from '../isComputeCluster';
import { mayDependOnComputeClusters } from '../mayDependOnComputeClusters';

/** The overview card of a compute cluster's entity. */
export const entityComputeClusterCard = EntityCardBlueprint.make({
  name: 'overview',
  params: {
    filter: isComputeCluster,
    loader: () =>
      import('../components/EntityComputeClusterCard').then(m => (
        <m.EntityComputeClusterCard />
      )),
  },
});

/** The card with the clusters of a team or person. */
export const entityOwnedComputeClustersCard = EntityCardBlueprint.make({
  name: 'owned',
  params: {
    filter: { kind: { $in: ['group', 'user'] } },
    loader: () =>
      import('../components/EntityOwnedComputeClustersCard').then(m => (
        <m.EntityOwnedComputeClustersCard />
      )),
  },
});

/** The card with the clusters that a component or system depends on. */
export const entityDependsOnComputeClustersCard = EntityCardBlueprint.make({
  name: 'depends-on',
  params: {
    filter: mayDependOnComputeClusters,
    loader: () =>
      import('../components/EntityDependsOnComputeClustersCard').then(m => (
        <m.EntityDependsOnComputeClustersCard />
      )),
  },
});
