import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { loadTab, type TabName } from '../components/EntityComputeClusterTab';
import { isComputeCluster } from '../isComputeCluster';

const loaderOf = (tab: TabName) => async () => {
  const EntityTab = await loadTab(tab);
  return <EntityTab />;
};

/** Everything about the compute cluster. */
export const detailsContent = EntityContentBlueprint.make({
  name: 'details',
  params: {
    path: '/cluster-details',
    title: 'Details',
    group: 'operation',
    filter: isComputeCluster,
    loader: loaderOf('Details'),
  },
});

/** Where clients connect, and how. */
export const connectionsContent = EntityContentBlueprint.make({
  name: 'connections',
  params: {
    path: '/cluster-connections',
    title: 'Connections',
    group: 'development',
    filter: isComputeCluster,
    loader: loaderOf('Connections'),
  },
});

/** Every effective property, and where it comes from. */
export const configurationContent = EntityContentBlueprint.make({
  name: 'configuration',
  params: {
    path: '/cluster-configuration',
    title: 'Configuration',
    group: 'deployment',
    filter: isComputeCluster,
    loader: loaderOf('Configuration'),
  },
});

/** The logs of driver and executors. */
export const logsContent = EntityContentBlueprint.make({
  name: 'logs',
  params: {
    path: '/cluster-logs',
    title: 'Logs',
    group: 'observability',
    filter: isComputeCluster,
    loader: loaderOf('Logs'),
  },
});

/** What Kubernetes says about the compute cluster. */
export const eventsContent = EntityContentBlueprint.make({
  name: 'events',
  params: {
    path: '/cluster-events',
    title: 'Kubernetes events',
    group: 'observability',
    filter: isComputeCluster,
    loader: loaderOf('Events'),
  },
});

/** What people did with the compute cluster, and its runs. */
export const activityContent = EntityContentBlueprint.make({
  name: 'activity',
  params: {
    path: '/cluster-activity',
    title: 'Activity',
    group: 'operation',
    filter: isComputeCluster,
    loader: loaderOf('Activity'),
  },
});

/** Hours and cost per day. */
export const usageContent = EntityContentBlueprint.make({
  name: 'usage',
  params: {
    path: '/cluster-usage',
    title: 'Usage',
    group: 'operation',
    filter: isComputeCluster,
    loader: loaderOf('Usage'),
  },
});
