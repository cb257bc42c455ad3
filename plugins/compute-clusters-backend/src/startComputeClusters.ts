import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import {
  AuditorService,
  AuthService,
  DatabaseService,
  HttpAuthService,
  HttpRouterService,
  LifecycleService,
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
  RootConfigService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import {
  ActionsRegistryService,
  MetricsService,
} from '@backstage/backend-plugin-api/alpha';
import { EventsService } from '@backstage/plugin-events-node';
import { SignalsService } from '@backstage/plugin-signals-node';
import { registerActions } from './actions';
import { SystemClock } from './clock';
import { readComputeClustersConfig } from './config';
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

/** What Backstage gives to this plugin. */
export interface BackstageServices {
  actionsRegistry: ActionsRegistryService;
  auditor: AuditorService;
  auth: AuthService;
  config: RootConfigService;
  database: DatabaseService;
  events: EventsService;
  httpAuth: HttpAuthService;
  httpRouter: HttpRouterService;
  lifecycle: LifecycleService;
  logger: LoggerService;
  metrics: MetricsService;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  signals: SignalsService;
  userInfo: UserInfoService;
}

/** Puts everything together and starts it. Nothing here waits for a Kubernetes cluster: it may be away. */
export async function startComputeClusters(
  services: BackstageServices,
  extensions: Extensions,
): Promise<void> {
  const { logger, metrics, events, lifecycle } = services;
  const clock = new SystemClock();
  const config = readComputeClustersConfig(services.config);
  const origin = `${hostname()}-${randomUUID()}`;

  const knex = await openDatabase(services.database);
  const store = KnexClusterStore.create({ knex, clock });
  const platform = KnexPlatformStore.create({ knex });
  const kubernetesClusters = KnexKubernetesClusterStore.create({ knex });
  await platform.seed(config);

  const mappings = NamespaceMappings.create({
    mappings: [...config.namespaces, ...extensions.namespaceMappings],
    kubernetesClusters: config.kubernetes.clusters.map(({ name }) => name),
  });
  const kubernetes = await openConnections({
    config,
    mappings,
    simulator: extensions.simulator,
    clock,
    logger,
  });
  const publisher = ClusterChangePublisher.create({
    ...services,
    admins: config.admins,
    mappings,
    origin,
  });
  const reconcilerMetrics = ReconcilerMetrics.create({ metrics });
  const workers = KubernetesClusterWorkers.create(
    config.kubernetes.clusters.map(({ name, createNamespaces }) =>
      KubernetesClusterWorker.create({
        ...config,
        connection: kubernetes.get(name),
        createNamespaces,
        store,
        platform,
        mappings,
        kubernetesClusters,
        holder: origin,
        clock,
        logger,
        publisher,
        metrics: reconcilerMetrics,
      }),
    ),
  );
  const kubernetesHealth = KubernetesClusterHealthReader.create({
    sources: kubernetes.all(),
    store: kubernetesClusters,
    clock,
  });
  observeKubernetesClusters({
    metrics,
    health: kubernetesHealth,
    store,
    reconcilers: workers.all(),
    clock,
  });

  const service = createComputeClusterService({
    ...services,
    config,
    mappings,
    store,
    platform,
    kubernetesClusters,
    clock,
    connectTokens: KubernetesConnectTokens.create({ kubernetes }),
    quotaUse: KubernetesQuotaUse.create({ kubernetes }),
    kubernetesHealth,
    onDesiredChange: (cluster, change) => {
      workers.enqueue(cluster);
      publisher.clusterChanged(cluster, change);
    },
  });
  registerActions({ ...services, ...config, service });
  services.httpRouter.use(
    await createRouter({ ...services, ...config, service }),
  );

  await OtherBackendsChanges.subscribe({
    events,
    origin,
    onChange: ({ clusterId, kubernetesCluster }) =>
      workers.enqueue({ id: clusterId, kubernetesCluster }),
  });
  lifecycle.addStartupHook(() => workers.start());
  lifecycle.addShutdownHook(async () => {
    await workers.stop();
    await kubernetes.close();
  });
}
