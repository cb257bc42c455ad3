import { useState } from 'react';
import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { commandsFor } from '../../../hooks/clusterState';
import { ownsCluster } from '../../../hooks/useClusterAccess';
import { useMe } from '../../../hooks/useReferenceData';

/** Why a cluster cannot be chosen. */
export type Obstacle = 'notOwned' | 'notRunning';

/** The clusters on the page that are chosen, of those that can be terminated. */
export type Choice = {
  chosen: readonly ComputeCluster[];
  /** How many could be. */
  possible: number;
  isChosen: (cluster: ComputeCluster) => boolean;
  obstacleOf: (cluster: ComputeCluster) => Obstacle | undefined;
  toggle: (cluster: ComputeCluster) => void;
  toggleAll: () => void;
  clear: () => void;
};

/** Keeps what is chosen, as long as it is on the page and can be terminated. */
export function useChoice(clusters: readonly ComputeCluster[] = []): Choice {
  const me = useMe().data;
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const obstacleOf = (cluster: ComputeCluster): Obstacle | undefined => {
    if (!commandsFor(cluster).includes('terminate')) return 'notRunning';
    return ownsCluster(me, cluster) ? undefined : 'notOwned';
  };
  const possible = clusters.filter(cluster => !obstacleOf(cluster));
  const chosen = possible.filter(({ id }) => ids.has(id));
  return {
    chosen,
    possible: possible.length,
    isChosen: cluster => chosen.includes(cluster),
    obstacleOf,
    toggle: ({ id }) => setIds(old => toggled(old, id)),
    toggleAll: () =>
      setIds(
        chosen.length === possible.length
          ? new Set()
          : new Set(possible.map(({ id }) => id)),
      ),
    clear: () => setIds(new Set()),
  };
}

function toggled(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return ids.has(id)
    ? new Set([...ids].filter(each => each !== id))
    : new Set([...ids, id]);
}
