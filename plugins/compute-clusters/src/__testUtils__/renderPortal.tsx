import type { RenderResult } from '@testing-library/react';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { signalApiRef } from '@backstage/plugin-signals-react';
import computeClustersPlugin from '..';
import { computeClustersApiRef } from '../api/ComputeClustersApi';
import {
  ComputeClustersQueries,
  computeClustersQueriesApiRef,
} from '../api/ComputeClustersQueries';
import type { FakeComputeClusters } from './FakeComputeClusters';
import { FakeSignals } from './FakeSignals';

/** Opens the plugin at an address, in an app of the new frontend system, over a backend in memory. */
export function renderPortal(
  path: string,
  api: FakeComputeClusters,
): RenderResult & { signals: FakeSignals } {
  const signals = FakeSignals.create();
  const app = renderTestApp({
    features: [computeClustersPlugin],
    initialRouteEntries: [path],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    apis: [
      [computeClustersApiRef, api],
      [
        computeClustersQueriesApiRef,
        ComputeClustersQueries.create({ retries: 0 }),
      ],
      [signalApiRef, signals.api],
      [catalogApiRef, catalogApiMock()],
      [permissionApiRef, mockApis.permission()],
    ],
  });
  return { ...app, signals };
}
