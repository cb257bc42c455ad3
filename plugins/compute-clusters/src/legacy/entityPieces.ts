import type { JSX } from 'react';
import { createComponentExtension } from '@backstage/core-plugin-api';
import { loadTab, type TabName } from '../components/EntityComputeClusterTab';
import { computeClustersPlugin } from './plugin';

// A routable extension must be found in the tree of the app's elements: these may stand anywhere.
function provide(
  name: string,
  lazy: () => Promise<() => JSX.Element>,
): () => JSX.Element {
  return computeClustersPlugin.provide(
    createComponentExtension({ name, component: { lazy } }),
  );
}

const provideTab = (tab: TabName) =>
  provide(`EntityComputeCluster${tab}Content`, () => loadTab(tab));

/**
 * Overview card for the entity page of a compute cluster; show it `if={isComputeCluster}`.
 *
 * @public
 */
export const EntityComputeClusterCard = provide(
  'EntityComputeClusterCard',
  () =>
    import('../components/EntityComputeClusterCard').then(
      m => m.EntityComputeClusterCard,
    ),
);

/**
 * Card with the compute clusters of a Group or User.
 *
 * @public
 */
export const EntityOwnedComputeClustersCard = provide(
  'EntityOwnedComputeClustersCard',
  () =>
    import('../components/EntityOwnedComputeClustersCard').then(
      m => m.EntityOwnedComputeClustersCard,
    ),
);

/**
 * Card with the compute clusters that a Component or System depends on; show it `if={mayDependOnComputeClusters}`.
 *
 * @public
 */
export const EntityDependsOnComputeClustersCard = provide(
  'EntityDependsOnComputeClustersCard',
  () =>
    import('../components/EntityDependsOnComputeClustersCard').then(
      m => m.EntityDependsOnComputeClustersCard,
    ),
);

/**
 * Tab Details for the entity page of a compute cluster: an `EntityLayout.Route` with `if={isComputeCluster}`.
 *
 * @public
 */
export const EntityComputeClusterDetailsContent = provideTab('Details');

/**
 * Tab Connections for the entity page of a compute cluster.
 *
 * @public
 */
export const EntityComputeClusterConnectionsContent = provideTab('Connections');

/**
 * Tab Configuration for the entity page of a compute cluster.
 *
 * @public
 */
export const EntityComputeClusterConfigurationContent =
  provideTab('Configuration');

/**
 * Tab Logs for the entity page of a compute cluster.
 *
 * @public
 */
export const EntityComputeClusterLogsContent = provideTab('Logs');

/**
 * Tab Kubernetes events for the entity page of a compute cluster.
 *
 * @public
 */
export const EntityComputeClusterEventsContent = provideTab('Events');

/**
 * Tab Activity for the entity page of a compute cluster.
 *
 * @public
 */
export const EntityComputeClusterActivityContent = provideTab('Activity');

/**
 * Tab Usage for the entity page of a compute cluster.
 *
 * @public
 */
export const EntityComputeClusterUsageContent = provideTab('Usage');
