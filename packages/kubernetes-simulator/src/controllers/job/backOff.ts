import type { Pod } from '../../objects/Pod';

const BASE = 10_000;
const LIMIT = 600_000;

/** How long a Job waits after its latest of so many failures: 10 s, 20 s, 40 s … 10 min. */
export function podBackOff(failures: number): number {
  return failures === 0 ? 0 : Math.min(BASE * 2 ** (failures - 1), LIMIT);
}

/** How long a Job waits after so many refused creations in a row: 1 s, 2 s, 4 s … 1 min. */
export function creationBackOff(refusals: number): number {
  return Math.min(1_000 * 2 ** (refusals - 1), 60_000);
}

/** When a pod ended, in milliseconds; zero if it has not. */
export function endOf(pod: Pod): number {
  const ends = (pod.status.containerStatuses ?? []).map(({ state }) =>
    Date.parse(state.terminated?.finishedAt ?? ''),
  );
  return Math.max(0, ...ends.filter(Number.isFinite));
}
