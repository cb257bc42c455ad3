import { PageBlueprint } from '@backstage/frontend-plugin-api';
import MemoryIcon from '@material-ui/icons/Memory';
import { rootRouteRef } from '../routes';

/** The plugin's pages; the app draws their header. */
export const computeClustersPage = PageBlueprint.make({
  params: {
    path: '/compute-clusters',
    title: 'Compute clusters',
    icon: <MemoryIcon fontSize="inherit" />,
    routeRef: rootRouteRef,
    loader: async () => {
      const [{ ComputeClustersRoutes }, { Content }] = await Promise.all([
        import('../components/ComputeClustersRoutes'),
        import('@backstage/core-components'),
      ]);
      return (
        <Content>
          <ComputeClustersRoutes />
        </Content>
      );
    },
  },
});
