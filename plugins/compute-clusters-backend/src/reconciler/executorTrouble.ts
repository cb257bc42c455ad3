import { executorShortage } from './executorShortage';
import { ObservedExecutors } from './ObservedCluster';
import { Finding } from './reasons';
import { Circumstances } from './Verdict';

/** So many ends of executors within this time are no bad luck: the next ones will end the same way. */
const LOOP = { deaths: 3, milliseconds: 300_000 };

/**
 * What keeps a run from the executors that it wants, if anything does. Executors that end as soon as they start never
 * show in Spark, and with a high limit of failures nothing else tells of them.
 */
export function executorTrouble(
  executors: ObservedExecutors,
  { now, room }: Pick<Circumstances, 'now' | 'room'>,
): Finding | null {
  const { waiting, deaths } = executors;
  const shortage = room ? executorShortage(executors, room) : null;
  return waiting ?? loopOf(deaths, now) ?? shortage;
}

function loopOf(
  deaths: ObservedExecutors['deaths'],
  now: Date,
): Finding | null {
  const end = endOfLoop(deaths);
  return end !== undefined && now.getTime() < end ? deaths[0].finding : null;
}

/** When a loop of ends is over, unless there is another one; undefined where there is no loop. */
export function endOfLoop(
  deaths: ObservedExecutors['deaths'],
): number | undefined {
  const first = deaths.at(LOOP.deaths - 1);
  return first && first.at + LOOP.milliseconds;
}
