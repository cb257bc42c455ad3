import { NamespaceKey } from '../database';
import { ClusterManifest } from '../kubernetes/objects';

/** What Kubernetes has of a compute cluster. */
export interface FoundCluster extends NamespaceKey {
  /** From the label. */
  id: string;
  /** As far as it is known. */
  name: string;
  /** Undefined if it cannot be read; `problem` says why then. */
  manifest?: ClusterManifest;
  problem?: string;
  /** Sequences of the runs whose Job is there and was not asked to go. */
  liveRuns: number[];
}
