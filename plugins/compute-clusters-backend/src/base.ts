import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { BackstageServices } from './BackstageServices';
import { SystemClock } from './clock';
import { ComputeClustersConfig } from './config';
import {
  KnexClusterStore,
  KnexKubernetesClusterStore,
  KnexKubernetesEventStore,
  KnexLogArchiveStore,
  KnexPlatformStore,
  KnexRunStore,
  KnexRecoveryStore,
  KnexSparkUiTicketStore,
  KnexUsageStore,
  openDatabase,
  RecentKubernetesClusterStore,
  RecentPlatformStore,
} from './database';
import { Extensions } from './Extensions';
import { openConnections } from './kubernetes';
import { KubernetesRequestMetrics } from './metrics';
import { NamespaceMappings } from './ownership';
import { ClusterChangePublisher } from './publishing';

/** What {@link createBase} makes. */
export type Base = Awaited<ReturnType<typeof createBase>>;

/** What both the work on Kubernetes and the API stand on. */
export async function createBase(
  services: BackstageServices,
  config: ComputeClustersConfig,
  extensions: Extensions,
) {
  const clock = new SystemClock();
  const origin = `${hostname()}-${randomUUID()}`;
  const knex = await openDatabase(services.database);
  const platform = RecentPlatformStore.create({
    store: KnexPlatformStore.create({ knex }),
    clock,
  });
  await platform.seed(config);
  const requests = KubernetesRequestMetrics.create(services);
  const mappings = NamespaceMappings.create({
    mappings: [...config.namespaces, ...extensions.namespaceMappings],
    kubernetesClusters: config.kubernetes.clusters.map(({ name }) => name),
  });
  return {
    config,
    knex,
    clock,
    origin,
    mappings,
    platform,
    store: KnexClusterStore.create({ knex, clock }),
    logArchives: KnexLogArchiveStore.create({ knex, clock }),
    kubernetesClusters: RecentKubernetesClusterStore.create({
      store: KnexKubernetesClusterStore.create({ knex }),
      clock,
    }),
    runs: KnexRunStore.create({ knex }),
    kubernetesEvents: KnexKubernetesEventStore.create({ knex }),
    usage: KnexUsageStore.create({ knex }),
    recoveries: KnexRecoveryStore.create({ knex, clock }),
    sparkUiTickets: KnexSparkUiTicketStore.create({ knex, clock }),
    kubernetes: await openConnections({
      config,
      mappings,
      simulator: extensions.simulator,
      clock,
      logger: services.logger,
      listenerFor: name => requests.listenerFor(name),
    }),
    publisher: ClusterChangePublisher.create({
      ...services,
      admins: config.admins,
      mappings,
      origin,
    }),
  };
}
