import {
  ComputeCluster,
  Health,
  ResourceTotals,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { ClusterRecord } from '../database';

/** Reads the tokens of Spark Connect, which only Kubernetes keeps. */
export interface ConnectTokens {
  /**
   * Undefined while there is none.
   *
   * @throws ServiceUnavailableError while Kubernetes is silent
   */
  read(cluster: ComputeCluster): Promise<string | undefined>;
}

/** Tells what the pods of compute clusters use. */
export interface QuotaUse {
  /** Null while Kubernetes is silent. */
  of(kubernetesCluster: string, namespace: string): ResourceTotals | null;
}

/** Tells whether the Kubernetes clusters answer. */
export interface KubernetesHealth {
  read(): Promise<Health>;
}

/** Told of each change of what is wanted, after it is stored. Must not throw. */
export type DesiredChangeListener = (
  cluster: ClusterRecord,
  change: 'created' | 'configured' | 'commanded',
) => void;
