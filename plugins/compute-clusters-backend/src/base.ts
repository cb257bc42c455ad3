import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { BackstageServices } from './BackstageServices';
import { SystemClock } from './clock';
import { ComputeClustersConfig } from './config';
import { createStores, openDatabase } from './database';
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
  const stores = createStores({ knex, clock });
  await stores.platform.seed(config);
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
    ...stores,
    kubernetes: await openConnections({
      config,
      mappings,
      inUse: await stores.store.listNamespaces(),
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
