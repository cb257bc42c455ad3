import { AutomaticStop } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { ClusterRecord } from '../database';

/** Tells the owners of a cluster that it is about to be stopped. Does not wait and never throws. */
export interface StopNotifier {
  stopAnnounced(cluster: ClusterRecord, stop: AutomaticStop, now: Date): void;
}
