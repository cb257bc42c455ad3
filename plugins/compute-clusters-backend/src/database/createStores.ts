import { Knex } from 'knex';
import { Clock } from '../clock';
import { KnexClusterStore } from './KnexClusterStore';
import { KnexKubernetesClusterStore } from './KnexKubernetesClusterStore';
import { KnexKubernetesEventStore } from './KnexKubernetesEventStore';
import { KnexLogArchiveStore } from './KnexLogArchiveStore';
import { KnexPlatformStore } from './KnexPlatformStore';
import { KnexRecoveryStore } from './KnexRecoveryStore';
import { KnexRunStore } from './KnexRunStore';
import { KnexSparkUiTicketStore } from './KnexSparkUiTicketStore';
import { KnexUsageStore } from './KnexUsageStore';
import { RecentKubernetesClusterStore } from './RecentKubernetesClusterStore';
import { RecentPlatformStore } from './RecentPlatformStore';

/** All that the plugin keeps in its database, by subject. */
export function createStores(options: { knex: Knex; clock: Clock }) {
  const { clock } = options;
  return {
    store: KnexClusterStore.create(options),
    platform: RecentPlatformStore.create({
      store: KnexPlatformStore.create(options),
      clock,
    }),
    logArchives: KnexLogArchiveStore.create(options),
    kubernetesClusters: RecentKubernetesClusterStore.create({
      store: KnexKubernetesClusterStore.create(options),
      clock,
    }),
    runs: KnexRunStore.create(options),
    kubernetesEvents: KnexKubernetesEventStore.create(options),
    usage: KnexUsageStore.create(options),
    recoveries: KnexRecoveryStore.create(options),
    sparkUiTickets: KnexSparkUiTicketStore.create(options),
  };
}
