import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  DeferredEntity,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import {
  ClusterChangedEvent,
  ComputeCluster,
  entityRefOf,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { ClusterEntityContext, clusterEntity } from './clusterEntity';
import { ClusterReader } from './ClusterReader';
import { SerialExecutor } from './SerialExecutor';

/** The same for ever: it tells the catalog which entities are ours. */
const LOCATION_KEY = 'compute-clusters';

/**
 * Reads clusters and writes their entities. Reading and writing is one step, and one step follows the other: a change
 * that comes while all clusters are read is written after them, not undone by them.
 */
export class EntityWriter {
  private readonly steps = new SerialExecutor();

  private constructor(
    private readonly connection: EntityProviderConnection,
    private readonly reader: ClusterReader,
    private readonly context: ClusterEntityContext,
    private readonly logger: LoggerService,
  ) {}

  static create(options: {
    connection: EntityProviderConnection;
    reader: ClusterReader;
    context: ClusterEntityContext;
    logger: LoggerService;
  }): EntityWriter {
    const { connection, reader, context, logger } = options;
    return new EntityWriter(connection, reader, context, logger);
  }

  /** Writes the entities of all clusters; nothing if they could not all be read. */
  writeAll(signal: AbortSignal): Promise<void> {
    return this.steps.run(async () => {
      const clusters = await this.reader.readAll(signal);
      const entities = clusters.flatMap(cluster => this.deferred(cluster));
      await this.connection.applyMutation({ type: 'full', entities });
      this.logger.debug(
        `Wrote ${entities.length} entities of ${clusters.length} clusters`,
      );
    });
  }

  /** Writes the entities of clusters that changed. */
  writeChanges(changes: ClusterChangedEvent[]): Promise<void> {
    return this.steps.run(async () => {
      const added: DeferredEntity[] = [];
      const gone = new Set<string>();
      for (const change of changes) {
        const entities = await this.read(change);
        added.push(...entities);
        if (entities.length === 0) {
          gone.add(entityRefOf(change));
        }
      }
      // A name that became free may have been taken again.
      added.forEach(({ entity }) => gone.delete(stringifyEntityRef(entity)));
      const removed = [...gone].map(entityRef => ({
        entityRef,
        locationKey: LOCATION_KEY,
      }));
      await this.connection.applyMutation({ type: 'delta', added, removed });
    });
  }

  private async read(change: ClusterChangedEvent): Promise<DeferredEntity[]> {
    const cluster =
      change.change === 'removed'
        ? undefined
        : await this.reader.read(change.clusterId);
    return cluster ? this.deferred(cluster) : [];
  }

  private deferred(cluster: ComputeCluster): DeferredEntity[] {
    const entity = clusterEntity(cluster, this.context);
    return entity ? [{ entity, locationKey: LOCATION_KEY }] : [];
  }
}
