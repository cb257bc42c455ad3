import { PortalUser } from '../../support/PortalUser';
import { waitUntil } from '../../support/waitUntil';
import { inParallel } from './inParallel';
import type { StoredClusters } from './StoredClusters';

const AT_ONCE = 20;

/** Executors that each cluster may have. */
export const EXECUTORS = 10;

/** Creates so many clusters through the API and waits until all of them are ACTIVE. */
export async function createClusters(options: {
  backendUrl: string;
  namespace: string;
  count: number;
  store: StoredClusters;
}): Promise<void> {
  const { backendUrl, namespace, count, store } = options;
  const user = await PortalUser.signIn(backendUrl, 'data-engineer');
  const names = Array.from({ length: count }, (_, i) => `lifecycle-${i}`);
  await inParallel(names, AT_ONCE, name =>
    user.clusters.createCluster({
      namespace,
      name,
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
