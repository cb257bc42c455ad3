import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { ManualClock } from '../../clock/ManualClock';
import { KnexClusterStore } from '../KnexClusterStore';
import { KnexKubernetesClusterStore } from '../KnexKubernetesClusterStore';
import { KnexPlatformStore } from '../KnexPlatformStore';
import { MIGRATIONS_DIRECTORY } from '../openDatabase';

/** Fresh stores on a database of the tests, with a clock that the test drives. */
export async function testStores(
  databases: TestDatabases,
  databaseId: TestDatabaseId,
) {
  const knex = await databases.init(databaseId);
  await knex.migrate.latest({ directory: MIGRATIONS_DIRECTORY });
  const clock = ManualClock.create();
  return {
    knex,
    clock,
    store: KnexClusterStore.create({ knex, clock }),
    kubernetesClusters: KnexKubernetesClusterStore.create({ knex }),
    platform: KnexPlatformStore.create({ knex }),
  };
}
