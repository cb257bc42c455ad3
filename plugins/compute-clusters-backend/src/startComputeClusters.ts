import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { registerActions } from './actions';
import { BackstageServices } from './BackstageServices';
import { SystemClock } from './clock';
import { ComputeClustersConfig, readComputeClustersConfig } from './config';
import {
  KnexClusterStore,
  KnexKubernetesClusterStore,
  KnexPlatformStore,
  openDatabase,
} from './database';
import { Extensions } from './Extensions';
import { KubernetesClusterHealthReader } from './health';
import {
  KubernetesConnectTokens,
  KubernetesQuotaUse,
  openConnections,
} from './kubernetes';
import { KubernetesClusterWorker, KubernetesClusterWorkers } from './leases';
import { observeKubernetesClusters, ReconcilerMetrics } from './metrics';
import { NamespaceMappings } from './ownership';
import { ClusterChangePublisher, OtherBackendsChanges } from './publishing';
import { createRouter } from './router';
import { createComputeClusterService } from './service';

/** Puts everything together and starts it. Nothing here waits for a Kubernetes cluster: it may be away. */
export async function startComputeClusters(
  services: BackstageServices,
  extensions: Extensions,
): Promise<void> {
  const config = readComputeClustersConfig(services.config);
  const base = await createBase(services, config, extensions);
  const workers = createWorkers(services, config, base);
  await serve(services, config, base, workers);
  await OtherBackendsChanges.subscribe({
    events: services.events,
    origin: base.origin,
    onChange: ({ clusterId, kubernetesCluster }) =>
      workers.enqueue({ id: clusterId, kubernetesCluster }),
  });
  services.lifecycle.addStartupHook(() => workers.start());
  services.lifecycle.addShutdownHook(async () => {
    await workers.stop();
    await base.kubernetes.close();
  });
}

type Base = Awaited<ReturnType<typeof createBase>>;

/** What both the reconcilers and the API stand on. */
async function createBase(
  services: BackstageServices,
  config: ComputeClustersConfig,
  extensions: Extensions,
) {
  const clock = new SystemClock();
  const origin = `${hostname()}-${randomUUID()}`;
  const knex = await openDatabase(services.database);
  const platform = KnexPlatformStore.create({ knex });
  await platform.seed(config);
  const mappings = NamespaceMappings.create({
    mappings: [...config.namespaces, ...extensions.namespaceMappings],
    kubernetesClusters: config.kubernetes.clusters.map(({ name }) => name),
  });
  return {
    clock,
    origin,
    mappings,
    platform,
    store: KnexClusterStore.create({ knex, clock }),
    kubernetesClusters: KnexKubernetesClusterStore.create({ knex }),
    kubernetes: await openConnections({
      config,
      mappings,
      simulator: extensions.simulator,
      clock,
      logger: services.logger,
    }),
    publisher: ClusterChangePublisher.create({
      ...services,
      admins: config.admins,
      mappings,
      origin,
    }),
  };
}

function createWorkers(
  services: BackstageServices,
  config: ComputeClustersConfig,
  base: Base,
): KubernetesClusterWorkers {
  const metrics = ReconcilerMetrics.create(services);
  return KubernetesClusterWorkers.create(
    config.kubernetes.clusters.map(({ name, createNamespaces }) =>
      KubernetesClusterWorker.create({
        ...base,
        connection: base.kubernetes.get(name),
        images: config.images,
        startTimeout: config.startTimeout,
        createNamespaces,
        holder: base.origin,
        logger: services.logger,
        metrics,
      }),
    ),
  );
}

async function serve(
  services: BackstageServices,
  config: ComputeClustersConfig,
  base: Base,
  workers: KubernetesClusterWorkers,
): Promise<void> {
  const { kubernetes, kubernetesClusters, clock, publisher } = base;
  const health = KubernetesClusterHealthReader.create({
    sources: kubernetes.all(),
    store: kubernetesClusters,
    clock,
  });
  const service = createComputeClusterService({
    ...services,
    ...base,
    config,
    connectTokens: KubernetesConnectTokens.create({ kubernetes }),
    quotaUse: KubernetesQuotaUse.create({ kubernetes }),
    kubernetesHealth: health,
    onDesiredChange: (cluster, change) => {
      workers.enqueue(cluster);
      publisher.clusterChanged(cluster, change);
    },
  });
  observeKubernetesClusters({
    ...base,
    metrics: services.metrics,
    health,
    reconcilers: workers.all(),
  });
  const { defaults } = config;
  registerActions({ ...services, service, defaults });
  services.httpRouter.use(
    await createRouter({ ...services, service, defaults }),
  );
}
