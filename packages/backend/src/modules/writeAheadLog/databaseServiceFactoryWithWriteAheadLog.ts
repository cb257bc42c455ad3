import { DatabaseManager } from '@backstage/backend-defaults/database';
import {
  coreServices,
  createServiceFactory,
  DatabaseService,
} from '@backstage/backend-plugin-api';

/**
 * The databases of the demo portal. SQLite answers in the process's own thread and waits for the disk at each commit:
 * the catalog at work would make everyone wait. With a write-ahead log it waits only now and then. What is committed
 * survives a killed process; a power cut may take the last moments, as a demo's database may.
 */
export const databaseServiceFactoryWithWriteAheadLog = createServiceFactory({
  service: coreServices.database,
  deps: {
    config: coreServices.rootConfig,
    lifecycle: coreServices.lifecycle,
    logger: coreServices.logger,
    plugin: coreServices.pluginMetadata,
    rootLifecycle: coreServices.rootLifecycle,
    rootLogger: coreServices.rootLogger,
  },
  async createRootContext({ config, rootLifecycle, rootLogger }) {
    return DatabaseManager.fromConfig(config, { rootLifecycle, rootLogger });
  },
  async factory({ plugin, lifecycle, logger }, databases) {
    const database = databases.forPlugin(plugin.getId(), { lifecycle, logger });
    return withWriteAheadLog(database);
  },
});

/** Leaves every other database than SQLite as it is. */
function withWriteAheadLog(database: DatabaseService): DatabaseService {
  return {
    ...database,
    async getClient() {
      const knex = await database.getClient();
      if (knex.client.config.client === 'better-sqlite3') {
        await knex.raw('PRAGMA journal_mode = WAL');
        await knex.raw('PRAGMA synchronous = NORMAL');
      }
      return knex;
    },
  };
}
