import { lazy, Suspense } from 'react';
import { Progress } from '@backstage/core-components';
import { Route, Routes } from 'react-router-dom';
import {
  clusterRouteRef,
  configureClusterRouteRef,
  costRouteRef,
  createClusterRouteRef,
} from '../routes';
import { ComputeClustersProvider } from './common/ComputeClustersProvider';

const ListPage = lazy(() =>
  import('./ListPage').then(m => ({ default: m.ListPage })),
);
const CreatePage = lazy(() =>
  import('./CreatePage').then(m => ({ default: m.CreatePage })),
);
const CostPage = lazy(() =>
  import('./CostPage').then(m => ({ default: m.CostPage })),
);
const ConfigurePage = lazy(() =>
  import('./ConfigurePage').then(m => ({ default: m.ConfigurePage })),
);
const DetailPage = lazy(() =>
  import('./DetailPage').then(m => ({ default: m.DetailPage })),
);

/** The plugin's pages without a frame, for both frontend systems. Each is loaded when it is first shown. */
export function ComputeClustersRoutes() {
  return (
    <ComputeClustersProvider>
      <Suspense fallback={<Progress />}>
        <Routes>
          <Route path="/" element={<ListPage />} />
          <Route path={createClusterRouteRef.path} element={<CreatePage />} />
          <Route path={costRouteRef.path} element={<CostPage />} />
          <Route
            path={configureClusterRouteRef.path}
            element={<ConfigurePage />}
          />
          <Route path={clusterRouteRef.path} element={<DetailPage />} />
        </Routes>
      </Suspense>
    </ComputeClustersProvider>
  );
}
