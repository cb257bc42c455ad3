import { AutomaticStop } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { ClusterRecord } from '../../database';
import { StopNotifier } from '../StopNotifier';

/** Remembers what owners were told. */
export class RecordingNotifier implements StopNotifier {
  readonly told: string[] = [];

  stopAnnounced(cluster: ClusterRecord, stop: AutomaticStop, now: Date): void {
    const minutes = Math.round((stop.at.getTime() - now.getTime()) / 60_000);
    this.told.push(`${cluster.name} ${stop.reason} in ${minutes} min`);
  }
}
