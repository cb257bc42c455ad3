import type { RenderResult } from '@testing-library/react';
import {
  createFrontendModule,
  type TranslationResource,
} from '@backstage/frontend-plugin-api';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { TranslationBlueprint } from '@backstage/plugin-app-react';
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

/** A language besides English, and the texts of the plugin in it. */
export type OtherLanguage = { language: string; texts: TranslationResource };

/**
 * Opens the plugin at an address, in an app of the new frontend system, over a backend in memory; in English, if there
 * is no other language.
 */
export function renderPortal(
  path: string,
  api: FakeComputeClusters,
  other?: OtherLanguage,
): RenderResult & { signals: FakeSignals } {
  const signals = FakeSignals.create();
  const app = renderTestApp({
    features: [computeClustersPlugin, ...(other ? [textsOf(other)] : [])],
    config: configOf(other),
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

function textsOf({ texts }: OtherLanguage) {
  return createFrontendModule({
    pluginId: 'app',
    extensions: [
      TranslationBlueprint.make({
        name: 'other-language',
        params: { resource: texts },
      }),
    ],
  });
}

function configOf(other?: OtherLanguage) {
  const { language = 'en' } = other ?? {};
  return {
    app: {
      baseUrl: 'http://localhost:3000',
      extensions: [
        {
          'api:app/app-language': {
            config: {
              availableLanguages: ['en', ...(other ? [language] : [])],
              defaultLanguage: language,
            },
          },
        },
      ],
    },
    backend: { baseUrl: 'http://localhost:7007' },
  };
}
