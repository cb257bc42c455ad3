import { registerActions } from './actions';
import { Base, createBase } from './base';
import { BackstageServices } from './BackstageServices';
import {
  ComputeClustersConfig,
  exposureOf,
  readComputeClustersConfig,
} from './config';
import { Extensions } from './Extensions';
import { featureRoutes } from './featureRoutes';
import { KubernetesClusterHealthReader } from './health';
import {
  KubernetesConnectTokens,
  KubernetesQuotaUse,
  KubernetesUserSecrets,
} from './kubernetes';
import { kubernetesWork } from './kubernetesWork';
import { KubernetesClusterWorker, KubernetesClusterWorkers } from './leases';
import { observeKubernetesClusters, ReconcilerMetrics } from './metrics';
import { OtherBackendsChanges } from './publishing';
import { createRouter } from './router';
import { createSparkUiRouter } from './router/createSparkUiRouter';
import { scheduleTasks } from './scheduleTasks';
import { createComputeClusterService, DesiredChangeListener } from './service';
import { AuditTrail } from './service/AuditTrail';
import { SparkUi, SparkUiTickets } from './sparkUi';

/** Puts everything together and starts it. Nothing here waits for a Kubernetes cluster: it may be away. */
export async function startComputeClusters(
  services: BackstageServices,
  extensions: Extensions,
): Promise<void> {
  const config = readComputeClustersConfig(services.config);
  const base = await createBase(services, config, extensions);
  const workers = createWorkers(services, config, base);
  await serve(services, config, base, workers);
  await scheduleTasks(services, base);
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

function createWorkers(
  services: BackstageServices,
  config: ComputeClustersConfig,
  base: Base,
): KubernetesClusterWorkers {
  const metrics = ReconcilerMetrics.create(services);
  const workers = KubernetesClusterWorkers.create(
    config.kubernetes.clusters.map(({ name, createNamespaces }) =>
      KubernetesClusterWorker.create({
        ...base,
        connection: base.kubernetes.get(name),
        work: kubernetesWork(
          services,
          base,
          base.kubernetes.get(name),
          onDesiredChange,
        ),
        images: config.images,
        exposure: exposureOf(config, name),
        startTimeout: config.startTimeout,
        createNamespaces,
        holder: base.origin,
        logger: services.logger,
        metrics,
        trail: AuditTrail.create(services),
      }),
    ),
  );
  return workers;

  function onDesiredChange(
    ...[cluster, change]: Parameters<DesiredChangeListener>
  ): void {
    workers.enqueue(cluster);
    base.publisher.clusterChanged(cluster, change);
  }
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
  const onDesiredChange: DesiredChangeListener = (cluster, change) => {
    workers.enqueue(cluster);
    publisher.clusterChanged(cluster, change);
  };
  const { service, gate } = createComputeClusterService({
    ...services,
    ...base,
    config,
    connectTokens: KubernetesConnectTokens.create({ kubernetes }),
    userSecrets: KubernetesUserSecrets.create({
      ...base,
      createNamespacesOn: config.kubernetes.clusters
        .filter(({ createNamespaces }) => createNamespaces)
        .map(({ name }) => name),
      logger: services.logger,
    }),
    quotaUse: KubernetesQuotaUse.create({ kubernetes }),
    kubernetesHealth: health,
    onDesiredChange,
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
    createSparkUiRouter({
      ...services,
      gate,
      ui: SparkUi.create(base),
      tickets: SparkUiTickets.create({ ...base, store: base.sparkUiTickets }),
      clock,
    }),
  );
  services.httpRouter.use(
    await createRouter({
      ...services,
      service,
      defaults,
      routes: featureRoutes(base, gate, onDesiredChange),
    }),
  );
}
