import {
  AuthService,
  LifecycleService,
  LoggerService,
  RootConfigService,
  SchedulerServiceTaskRunner,
} from '@backstage/backend-plugin-api';
import {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { EventParams, EventsService } from '@backstage/plugin-events-node';
import {
  COMPUTE_CLUSTERS_TOPIC,
  ClusterChange,
  isClusterChangedEvent,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { ComputeClustersService } from '@compute-clusters/backstage-plugin-compute-clusters-node';
import { ChangeBatch, ChangeBatchTimes } from './ChangeBatch';
import { ClusterEntityContext } from './clusterEntity';
import { ClusterReader } from './ClusterReader';
import { EntityWriter } from './EntityWriter';
import { readKubernetesEntityRefs } from './readKubernetesEntityRefs';
import { retryUntilDone } from './retryUntilDone';

const PROVIDER_NAME = 'ComputeClusterEntityProvider';
/** Entities hold what was saved; what is only done or seen does not concern them. */
const CHANGES_OF_ENTITIES: ReadonlySet<ClusterChange> = new Set([
  'created',
  'configured',
  'removed',
]);

const DEFAULT_TIMES: ChangeBatchTimes = {
  windowMs: 100,
  stormSize: 5,
  stormWindowMs: 1_000,
  stormWindows: 30,
  firstRetryMs: 500,
  lastRetryMs: 30_000,
};

/**
 * Keeps one catalog entity for each compute cluster: at once when the backend tells of a change, and all of them at its
 * start and on a schedule, which repairs what was missed.
 */
export class ComputeClusterEntityProvider implements EntityProvider {
  private readonly aborter = new AbortController();

  private constructor(
    private readonly reader: ClusterReader,
    private readonly context: ClusterEntityContext,
    private readonly events: EventsService,
    private readonly taskRunner: SchedulerServiceTaskRunner,
    private readonly logger: LoggerService,
    private readonly times: ChangeBatchTimes,
  ) {}

  static create(options: {
    auth: AuthService;
    clusters: Pick<ComputeClustersService, 'listClusters' | 'getCluster'>;
    config: RootConfigService;
    events: EventsService;
    lifecycle: LifecycleService;
    logger: LoggerService;
    taskRunner: SchedulerServiceTaskRunner;
    /** For tests. */
    times?: ChangeBatchTimes;
  }): ComputeClusterEntityProvider {
    const { config, events, taskRunner, logger } = options;
    const context = {
      appBaseUrl: config.getString('app.baseUrl').replace(/\/+$/, ''),
      kubernetesEntityRefs: readKubernetesEntityRefs(config),
    };
    const provider = new ComputeClusterEntityProvider(
      ClusterReader.create(options),
      context,
      events,
      taskRunner,
      logger.child({ target: PROVIDER_NAME }),
      options.times ?? DEFAULT_TIMES,
    );
    options.lifecycle.addShutdownHook(() => provider.aborter.abort());
    return provider;
  }

  getProviderName(): string {
    return PROVIDER_NAME;
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    const { reader, context, logger } = this;
    const writer = EntityWriter.create({ connection, reader, context, logger });
    await this.followChanges(writer);
    await this.taskRunner.run({
      id: `${PROVIDER_NAME}:refresh`,
      fn: signal => writer.writeAll(signal),
    });
    // Not awaited: the catalog is up before the compute clusters may answer.
    this.writeAllUntilDone(writer);
  }

  private async followChanges(writer: EntityWriter): Promise<void> {
    const batch = ChangeBatch.create({
      times: this.times,
      handle: changes => writer.writeChanges(changes),
      onFailure: error =>
        this.logger.warn('Cannot write changed compute clusters yet', {
          error: String(error),
        }),
    });
    this.aborter.signal.addEventListener('abort', () => batch.close());
    await this.events.subscribe({
      id: PROVIDER_NAME,
      topics: [COMPUTE_CLUSTERS_TOPIC],
      onEvent: async event => this.addChange(batch, event),
    });
  }

  private addChange(batch: ChangeBatch, event: EventParams): void {
    const change = event.eventPayload;
    if (!isClusterChangedEvent(change)) {
      this.logger.warn('Ignored an event that tells of no compute cluster');
    } else if (CHANGES_OF_ENTITIES.has(change.change)) {
      batch.add(change);
    } else {
      batch.notice(change.clusterId);
    }
  }

  private writeAllUntilDone(writer: EntityWriter): Promise<void> {
    const { signal } = this.aborter;
    return retryUntilDone({
      attempt: () => writer.writeAll(signal),
      onFailure: (error, retryInMs) =>
        this.logger.info(
          `Compute clusters do not answer yet, trying again in ${retryInMs} ms`,
          { error: String(error) },
        ),
      firstRetryMs: this.times.firstRetryMs,
      lastRetryMs: this.times.lastRetryMs,
      signal,
    });
  }
}
