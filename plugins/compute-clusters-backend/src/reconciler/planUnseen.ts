import { DesiredCluster } from './DesiredCluster';
import { Step } from './Step';

/** What to do for a cluster that may not be looked at: whatever runs is left alone, unless it is to end. Pure. */
export function planUnseen(desired: DesiredCluster): Step[] {
  const { cluster, unconfirmedRuns } = desired;
  if (cluster.deletionRequestedAt) {
    return [{ type: 'DeleteClusterObjects' }];
  }
  const isToEnd = cluster.power === 'off' || !cluster.run;
  return isToEnd && cluster.observed.state !== 'STOPPED'
    ? unconfirmedRuns.map(run => ({ type: 'DeleteJob', run }))
    : [];
}
