import type { JSX } from 'react';
import type { RenderResult } from '@testing-library/react';
import type { Entity } from '@backstage/catalog-model';
import { discoveryApiRef, fetchApiRef } from '@backstage/core-plugin-api';
import {
  EntityProvider,
  catalogApiRef,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { signalApiRef } from '@backstage/plugin-signals-react';
import {
  mockApis,
  MockFetchApi,
  MockPermissionApi,
  TestApiProvider,
  renderInTestApp,
} from '@backstage/test-utils';
import { computeClustersApiRef } from '../api/ComputeClustersApi';
import {
  ComputeClustersQueries,
  computeClustersQueriesApiRef,
} from '../api/ComputeClustersQueries';
import { rootRouteRef } from '../routes';
import type { FakeComputeClusters } from './FakeComputeClusters';
import { FakeSignals } from './FakeSignals';

/** Shows an element in an app of the classic frontend system, on the page of an entity if there is one. */
export async function renderLegacy(
  element: JSX.Element,
  api: FakeComputeClusters,
  options: { entity?: Entity; catalog?: Entity[]; path?: string } = {},
): Promise<RenderResult & { signals: FakeSignals }> {
  const signals = FakeSignals.create();
  const { entity } = options;
  const app = await renderInTestApp(
    <TestApiProvider
      apis={[
        [computeClustersApiRef, api],
        [
          computeClustersQueriesApiRef,
          ComputeClustersQueries.create({ retries: 0 }),
        ],
        [signalApiRef, signals.api],
        [catalogApiRef, catalogApiMock({ entities: options.catalog })],
        [permissionApiRef, new MockPermissionApi()],
        [discoveryApiRef, mockApis.discovery()],
        [fetchApiRef, new MockFetchApi({ baseImplementation: 'none' })],
      ]}
    >
      {entity ? (
        <EntityProvider entity={entity}>{element}</EntityProvider>
      ) : (
        element
      )}
    </TestApiProvider>,
    {
      routeEntries: [options.path ?? '/'],
      mountedRoutes: {
        '/compute-clusters': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
    },
  );
  return { ...app, signals };
}
