import { PortalUser } from '../../support/PortalUser';
import { waitUntil } from '../../support/waitUntil';
import { inParallel } from '../support/inParallel';
import type { StoredClusters } from './StoredClusters';
import type { TeamNamespaces } from './TeamNamespaces';

const AT_ONCE = 20;

/** Executors that each cluster may have. */
export const EXECUTORS = 10;

/** Creates so many clusters through the API and waits until all of them are ACTIVE. */
export async function createClusters(options: {
  backendUrl: string;
  namespaces: TeamNamespaces;
  count: number;
  store: StoredClusters;
}): Promise<void> {
  const { backendUrl, namespaces, count, store } = options;
  const user = await PortalUser.signIn(backendUrl, 'data-engineer');
  const numbers = Array.from({ length: count }, (_, i) => i);
  await inParallel(numbers, AT_ONCE, number =>
    user.clusters.createCluster({
      namespace: namespaces.of(number),
      name: `lifecycle-${number}`,
      spec: {
        driver: { nodeType: 'driver-simulated' },
        executor: { nodeType: 'executor-simulated', min: 0, max: EXECUTORS },
        // Who asks Spark whether it is idle is no part of what is measured here.
        autoTermination: { enabled: false },
      },
    }),
  );
  await waitUntil(
    'all clusters are ACTIVE',
    async () => (await store.countActive()) === count,
    { timeoutMs: 900_000, everyMs: 500 },
  );
}
