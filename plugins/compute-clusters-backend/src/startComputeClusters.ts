import { registerActions } from './actions';
import { Base, createBase } from './base';
import { BackstageServices } from './BackstageServices';
import { exposureOf, readComputeClustersConfig } from './config';
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
  const workers = createWorkers(services, base);
  await serve(services, base, workers);
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
  base: Base,
): KubernetesClusterWorkers {
  const { config, kubernetes } = base;
  const metrics = ReconcilerMetrics.create(services);
  const workers: KubernetesClusterWorkers = KubernetesClusterWorkers.create(
    config.kubernetes.clusters.map(({ name, createNamespaces }) =>
      KubernetesClusterWorker.create({
        ...base,
        connection: kubernetes.get(name),
        work: kubernetesWork(services, base, kubernetes.get(name), {
          onDesiredChange: (...changed) => tell(base, workers, ...changed),
          onMoreKnown: id => workers.enqueue({ id, kubernetesCluster: name }),
        }),
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
}

/** What is wanted of a cluster has changed. */
function tell(
  { publisher }: Base,
  workers: KubernetesClusterWorkers,
  ...[cluster, change]: Parameters<DesiredChangeListener>
): void {
  workers.enqueue(cluster);
  publisher.clusterChanged(cluster, change);
}

async function serve(
  services: BackstageServices,
  base: Base,
  workers: KubernetesClusterWorkers,
): Promise<void> {
  const { config, clock } = base;
  const health = KubernetesClusterHealthReader.create({
    sources: base.kubernetes.all(),
    store: base.kubernetesClusters,
    clock,
  });
  const onDesiredChange: DesiredChangeListener = (...changed) =>
    tell(base, workers, ...changed);
  const { service, gate } = createComputeClusterService({
    ...services,
    ...base,
    ...requestAccess(base, services),
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
  const ui = SparkUi.create({ ...base, clusters: base.store });
  const tickets = SparkUiTickets.create({
    ...base,
    store: base.sparkUiTickets,
  });
  services.httpRouter.use(
    createSparkUiRouter({ ...services, gate, ui, tickets, clock }),
  );
  const routes = featureRoutes(base, gate, onDesiredChange);
  services.httpRouter.use(
    await createRouter({ ...services, service, defaults, routes }),
  );
}

/** What requests read and write in Kubernetes themselves. */
function requestAccess(base: Base, { logger }: BackstageServices) {
  return {
    connectTokens: KubernetesConnectTokens.create(base),
    userSecrets: KubernetesUserSecrets.create({
      ...base,
      createNamespacesOn: base.config.kubernetes.clusters
        .filter(({ createNamespaces }) => createNamespaces)
        .map(({ name }) => name),
      logger,
    }),
    quotaUse: KubernetesQuotaUse.create(base),
  };
}
