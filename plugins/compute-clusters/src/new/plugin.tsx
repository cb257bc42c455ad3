import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import MemoryIcon from '@material-ui/icons/Memory';
import {
  clusterRouteRef,
  configureClusterRouteRef,
  costRouteRef,
  createClusterRouteRef,
  rootRouteRef,
} from '../routes';
import { clientApi, queriesApi } from './apis';
import {
  entityComputeClusterCard,
  entityDependsOnComputeClustersCard,
  entityOwnedComputeClustersCard,
} from './entityCards';
import {
  activityContent,
  configurationContent,
  connectionsContent,
  detailsContent,
  eventsContent,
  logsContent,
  usageContent,
} from './entityContents';
import { startMenuItem, terminateMenuItem } from './entityContextMenuItems';
import { clusterIconLink } from './entityIconLinks';
import { namespaceField, nodeTypeField } from './formFields';
import { computeClustersPage } from './pages';

/**
 * The compute clusters plugin for the new frontend system.
 *
 * @public
 */
export const computeClustersPlugin = createFrontendPlugin({
  pluginId: 'compute-clusters',
  title: 'Compute clusters',
  icon: <MemoryIcon fontSize="inherit" />,
  info: { packageJson: () => import('../../package.json') },
  routes: {
    root: rootRouteRef,
    create: createClusterRouteRef,
    cluster: clusterRouteRef,
    configure: configureClusterRouteRef,
    cost: costRouteRef,
  },
  extensions: [
    clientApi,
    queriesApi,
    computeClustersPage,
    entityComputeClusterCard,
    entityOwnedComputeClustersCard,
    entityDependsOnComputeClustersCard,
    detailsContent,
    connectionsContent,
    configurationContent,
    logsContent,
    eventsContent,
    activityContent,
    usageContent,
    startMenuItem,
    terminateMenuItem,
    clusterIconLink,
    namespaceField,
    nodeTypeField,
  ],
});
