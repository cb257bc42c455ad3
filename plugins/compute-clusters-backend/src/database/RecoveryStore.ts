import { ComputeClusterSpec } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { NamespaceKey } from './ClusterStore';
import { ClusterRecord } from './records';

/** A compute cluster as Kubernetes remembers it. */
export interface RestoredCluster extends NamespaceKey {
  id: string;
  name: string;
  description: string;
  /** Of its last run. */
  spec: ComputeClusterSpec;
  generation: number;
  run: { sequence: number; requestedBy: string; startedAt: Date };
  /** `on` if that run is still under way. */
  power: 'on' | 'off';
  createdBy: string;
  createdAt: Date;
  /** Entity ref of who restores it, or a service. */
  user: string;
}

/** Takes compute clusters in that the database lost. */
export interface RecoveryStore {
  /**
   * Stores a cluster with its last run, its tags and one activity row.
   *
   * @throws NameConflictError if its name, or its id, is taken
   */
  restore(cluster: RestoredCluster): Promise<ClusterRecord>;
}
