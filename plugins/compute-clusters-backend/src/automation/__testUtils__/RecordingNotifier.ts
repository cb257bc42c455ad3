import { AutomaticStop } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { ClusterRecord } from '../../database';
import { StopNotifier } from '../StopNotifier';

/** Remembers what owners were told. */
export class RecordingNotifier implements StopNotifier {
  readonly told: string[] = [];

  /** What becomes of the next ones; who is killed does nothing more. */
  fate: 'told' | 'unheard' | 'killed before' | 'killed after' = 'told';

  async stopAnnounced(
    cluster: ClusterRecord,
    stop: AutomaticStop,
    now: Date,
  ): Promise<boolean> {
    if (this.fate === 'killed before') {
      throw new Error('killed');
    }
    if (this.fate === 'unheard') {
      return false;
    }
    const minutes = Math.round((stop.at.getTime() - now.getTime()) / 60_000);
    this.told.push(`${cluster.name} ${stop.reason} in ${minutes} min`);
    if (this.fate === 'killed after') {
      throw new Error('killed');
    }
    return true;
  }
}
