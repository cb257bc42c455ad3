import { ServiceUnavailableError } from '@backstage/errors';
import { RecoveryReport } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import {
  ClusterRecord,
  ClusterStore,
  NameConflictError,
  RecoveryStore,
} from '../database';
import { KubernetesConnection, KubernetesError } from '../kubernetes';
import { userSecretName } from '../kubernetes/objects';
import { NamespaceMappings } from '../ownership';
import { findClusters } from './findClusters';
import { FoundCluster } from './FoundCluster';
import { withSecretKeys } from './secretKeys';

type Entry = RecoveryReport['restored'][number];

export interface ClusterRecoveryOptions {
  kubernetes: { all(): Pick<KubernetesConnection, 'name' | 'http'>[] };
  store: Pick<ClusterStore, 'listRemoval'>;
  recoveries: RecoveryStore;
  mappings: NamespaceMappings;
  /** Wakes the reconciler, and tells the catalog. */
  onRestored(cluster: ClusterRecord): void;
}

/**
 * Restores compute clusters that Kubernetes has and the database does not. Writes to the database only; the reconciler
 * then finds everything as it is wanted. May be repeated.
 */
export class ClusterRecovery {
  static create(options: ClusterRecoveryOptions): ClusterRecovery {
    return new ClusterRecovery(options);
  }

  private constructor(private readonly options: ClusterRecoveryOptions) {}

  /** @throws ServiceUnavailableError if no Kubernetes cluster answers */
  async recover(user: string): Promise<RecoveryReport> {
    const report: RecoveryReport = { restored: [], skipped: [] };
    const connections = this.options.kubernetes.all();
    let silent = 0;
    for (const connection of connections) {
      try {
        await this.recoverFrom(connection, user, report);
      } catch (error) {
        if (!(error instanceof KubernetesError)) {
          throw error;
        }
        silent += 1;
        report.skipped.push(notLookedAt(connection.name, error));
      }
    }
    if (silent > 0 && silent === connections.length) {
      throw new ServiceUnavailableError(
        report.skipped.map(({ reason }) => reason).join(' '),
      );
    }
    return report;
  }

  private async recoverFrom(
    connection: Pick<KubernetesConnection, 'name' | 'http'>,
    user: string,
    report: RecoveryReport,
  ): Promise<void> {
    const { mappings, store } = this.options;
    const found = await findClusters({
      connection,
      namespaces: mappings
        .all()
        .filter(
          ({ kubernetesCluster }) => kubernetesCluster === connection.name,
        )
        .map(({ name }) => name),
    });
    const removal = await store.listRemoval(found.map(({ id }) => id));
    for (const cluster of found) {
      const removed = removal.get(cluster.id);
      if (removed === undefined) {
        const reason = await this.restore(cluster, user);
        (reason === null ? report.restored : report.skipped).push(
          entryOf(cluster, reason),
        );
      } else if (removed) {
        report.skipped.push(
          entryOf(cluster, 'It was deleted; what is left of it goes soon'),
        );
      }
    }
  }

  /** Null if it was restored; otherwise why not. */
  private async restore(
    cluster: FoundCluster,
    user: string,
  ): Promise<string | null> {
    const { manifest, liveRuns, kubernetesCluster, namespace } = cluster;
    if (!manifest) {
      return cluster.problem ?? 'Its specification cannot be read';
    }
    if (!this.options.mappings.find(cluster)) {
      return `Namespace ${namespace} is mapped to no team: add it to computeClusters.namespaces`;
    }
    try {
      const restored = await this.options.recoveries.restore({
        ...manifest,
        spec: withSecretKeys(
          manifest.spec,
          manifest.secretKeys,
          userSecretName({ clusterId: manifest.id, name: manifest.name }),
        ),
        kubernetesCluster,
        namespace,
        createdAt: new Date(manifest.createdAt),
        run: {
          ...manifest.run,
          sequence: Math.max(manifest.run.sequence, ...liveRuns),
          startedAt: new Date(manifest.run.startedAt),
        },
        power: liveRuns.length > 0 ? 'on' : 'off',
        user,
      });
      this.options.onRestored(restored);
      return null;
    } catch (error) {
      if (error instanceof NameConflictError) {
        return error.message;
      }
      throw error;
    }
  }
}

function entryOf(cluster: FoundCluster, reason: string | null): Entry {
  const { id, kubernetesCluster, namespace, name } = cluster;
  return { id, kubernetesCluster, namespace, name, reason };
}

/** A Kubernetes cluster that could not be looked through. */
function notLookedAt(kubernetesCluster: string, error: Error): Entry {
  return {
    id: '',
    kubernetesCluster,
    namespace: '',
    name: '',
    reason: `Kubernetes cluster ${kubernetesCluster} could not be looked through: ${error.message}. Repeat the recovery when it answers.`,
  };
}
