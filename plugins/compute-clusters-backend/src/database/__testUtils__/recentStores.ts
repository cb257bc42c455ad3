import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { RecentKubernetesClusterStore } from '../RecentKubernetesClusterStore';
import { RecentPlatformStore } from '../RecentPlatformStore';
import { testStores } from './testStores';

/** The same as {@link testStores}, read through the stores that remember. */
export async function recentStores(
  databases: TestDatabases,
  databaseId: TestDatabaseId,
) {
  const stores = await testStores(databases, databaseId);
  const { clock } = stores;
  return {
    ...stores,
    kubernetesClusters: RecentKubernetesClusterStore.create({
      store: stores.kubernetesClusters,
      clock,
    }),
    platform: RecentPlatformStore.create({ store: stores.platform, clock }),
  };
}
