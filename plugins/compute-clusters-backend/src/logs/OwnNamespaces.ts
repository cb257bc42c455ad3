import { LoggerService } from '@backstage/backend-plugin-api';
import { Clock } from '../clock';
import { ClusterStore } from '../database';

/** How soon to ask again when the database did not answer, in milliseconds. */
const RETRY_MILLISECONDS = 5_000;

export interface OwnNamespacesOptions {
  /** Name of the Kubernetes cluster. */
  kubernetesCluster: string;
  clusters: Pick<ClusterStore, 'get'>;
  clock: Clock;
  logger: LoggerService;
  /** Told when it has become known where a compute cluster is. */
  onFound: (clusterId: string) => void;
}

/**
 * In which namespace of one Kubernetes cluster each compute cluster is, which never changes. Labels do not tell it:
 * anybody who may make a pod can give it the label of another team's cluster.
 */
export class OwnNamespaces {
  static create(options: OwnNamespacesOptions): OwnNamespaces {
    return new OwnNamespaces(options);
  }

  private readonly found = new Map<string, string>();
  private readonly asking = new Set<string>();

  private constructor(private readonly options: OwnNamespacesOptions) {}

  /** Undefined while it is not known, and for a cluster that is not there; then it is looked up. */
  of(clusterId: string): string | undefined {
    const namespace = this.found.get(clusterId);
    if (namespace === undefined && !this.asking.has(clusterId)) {
      this.asking.add(clusterId);
      void this.ask(clusterId);
    }
    return namespace;
  }

  /** Nobody will ask for it soon. */
  forget(clusterId: string): void {
    this.found.delete(clusterId);
  }

  private async ask(clusterId: string): Promise<void> {
    const { clusters, kubernetesCluster, clock, logger } = this.options;
    try {
      const cluster = await clusters.get(clusterId);
      this.asking.delete(clusterId);
      if (cluster?.kubernetesCluster === kubernetesCluster) {
        this.found.set(clusterId, cluster.namespace);
        this.options.onFound(clusterId);
      }
    } catch (error) {
      logger.warn(
        `The logs of compute cluster ${clusterId} wait for the database: ${error}`,
      );
      clock.after(RETRY_MILLISECONDS, () => void this.ask(clusterId));
    }
  }
}
