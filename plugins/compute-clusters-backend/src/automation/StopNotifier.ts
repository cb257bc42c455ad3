import { AutomaticStop } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { ClusterRecord } from '../database';

/** Tells the owners of a cluster that it is about to be stopped. */
export interface StopNotifier {
  /**
   * Resolves within seconds, and never rejects.
   *
   * @returns whether they were told, or there is nobody to tell
   */
  stopAnnounced(
    cluster: ClusterRecord,
    stop: AutomaticStop,
    now: Date,
  ): Promise<boolean>;
}
