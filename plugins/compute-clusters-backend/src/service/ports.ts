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

/** The cluster that a Secret of user values belongs to; it need not be stored yet. */
export type SecretOwner = Pick<
  ComputeCluster,
  'id' | 'kubernetesCluster' | 'namespace' | 'name'
>;

/** Keeps the secret values that users give, which only Kubernetes does. */
export interface UserSecrets {
  /**
   * Adds values, by their keys, to those that are kept.
   *
   * @throws ServiceUnavailableError while Kubernetes is silent, InvalidClusterError if it refuses
   */
  add(cluster: SecretOwner, values: Record<string, string>): Promise<void>;

  /** Forgets the values under other keys than these. Never throws: what stays does no harm. */
  prune(cluster: SecretOwner, kept: string[]): Promise<void>;

  /** Forgets all values of a cluster that was not stored. Never throws. */
  discard(cluster: SecretOwner): Promise<void>;
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
