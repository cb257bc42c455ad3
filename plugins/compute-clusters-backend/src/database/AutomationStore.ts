import { AutomaticStop } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { AutomationRecord } from './records';

/** A live cluster with automatic starts or stops. */
export interface AutomatedCluster {
  id: string;
  /** Another one says that somebody or the reconciler changed what its automation depends on. */
  version: string;
}

/** Keeps how far automatic starts and stops have got, so that a restart of the backend begins nothing anew. */
export interface AutomationStore {
  /** Those on a Kubernetes cluster that are not to be deleted; all others cost nothing. */
  list(kubernetesCluster: string): Promise<AutomatedCluster[]>;

  /**
   * Stores what was found out about a run, unless the cluster has gone on to another one meanwhile.
   *
   * @returns whether it was stored
   */
  save(
    clusterId: string,
    seen: { runSequence: number | null; power: 'on' | 'off' },
    changes: Partial<AutomationRecord>,
  ): Promise<boolean>;

  /** Notes that the owners were told of a stop, unless another one is announced by now, or none. */
  noteNotified(clusterId: string, stop: AutomaticStop, at: Date): Promise<void>;
}
