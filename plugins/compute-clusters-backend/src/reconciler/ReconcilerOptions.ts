import { LoggerService } from '@backstage/backend-plugin-api';
import { SparkImage } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { Clock } from '../clock';
import { ClusterStore, PlatformStore } from '../database';
import { KubernetesGateway } from '../kubernetes/KubernetesGateway';
import { Exposure } from '../kubernetes/objects';
import { ObjectWatcher } from '../kubernetes/ObjectWatcher';
import { ReconcilerMetrics } from '../metrics';
import { NamespaceMappings } from '../ownership';
import { ChangePublisher } from '../publishing';
import { AuditTrail } from '../service/AuditTrail';

/** What a reconciler works with. */
export interface ReconcilerOptions {
  connection: {
    readonly name: string;
    readonly gateway: KubernetesGateway;
    readonly watcher: ObjectWatcher;
  };
  store: ClusterStore;
  platform: PlatformStore;
  mappings: NamespaceMappings;
  images: SparkImage[];
  /** How clusters are reached from outside of Kubernetes. */
  exposure: Exposure;
  /** Make mapped namespaces that do not exist. */
  createNamespaces: boolean;
  /** Milliseconds that a driver may take to become ready. */
  startTimeout: number;
  clock: Clock;
  logger: LoggerService;
  publisher: ChangePublisher;
  /** For what it does by itself. */
  trail: AuditTrail;
  metrics: ReconcilerMetrics;
  /** 0 to 1; for tests. */
  random?: () => number;
}
