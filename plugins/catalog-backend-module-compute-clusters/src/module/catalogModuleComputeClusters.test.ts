import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  EntityProvider,
  catalogProcessingExtensionPoint,
} from '@backstage/plugin-catalog-node';
import { cluster } from '../__testUtils__/cluster';
import { FakeCatalog } from '../__testUtils__/FakeCatalog';
import { waitFor } from '../__testUtils__/waitFor';
import { catalogModuleComputeClusters } from './catalogModuleComputeClusters';

/** Stands in for the backend: one cluster, shown to nobody but the catalog. */
const computeClusters = createBackendPlugin({
  pluginId: 'compute-clusters',
  register(env) {
    env.registerInit({
      deps: {
        httpAuth: coreServices.httpAuth,
        router: coreServices.httpRouter,
      },
      async init({ httpAuth, router }) {
        router.use(async (req, res) => {
          const { principal } = await httpAuth.credentials(req, {
            allow: ['service'],
          });
          res.json({
            items: principal.subject === 'plugin:catalog' ? [cluster()] : [],
            totalItems: 1,
            pageInfo: { nextCursor: null, prevCursor: null },
          });
        });
      },
    });
  },
});

describe('catalogModuleComputeClusters', () => {
  it('adds a provider that reads the clusters in the name of the catalog', async () => {
    const providers: EntityProvider[] = [];
    const catalog = new FakeCatalog();
    const backend = await startTestBackend({
      extensionPoints: [
        [
          catalogProcessingExtensionPoint,
          {
            addProcessor() {},
            addPlaceholderResolver() {},
            addEntityProvider(...added) {
              providers.push(...added.flat());
            },
            setOnProcessingErrorHandler() {},
          },
        ],
      ],
      features: [
        catalogModuleComputeClusters,
        computeClusters,
        mockServices.events.factory(),
        mockServices.rootConfig.factory({
          data: { app: { baseUrl: 'http://localhost:3000' } },
        }),
      ],
    });

    expect(providers.map(provider => provider.getProviderName())).toEqual([
      'ComputeClusterEntityProvider',
    ]);
    await providers[0].connect(catalog);
    await waitFor(() => catalog.refs.has('resource:data-eng/etl'));
    await backend.stop();
  });
});
