import { ManualClock } from '../../clock';
import { ClusterAutomation } from '../ClusterAutomation';

/** Looks of one test; more would mean that they follow each other without end. */
const MOST_LOOKS = 1_000;

/** Lets time pass, with a look at the cluster at its begin, whenever the last look asked for one, and at its end. */
export async function passTime(options: {
  automation: ClusterAutomation;
  clock: ManualClock;
  id: string;
  milliseconds: number;
}): Promise<void> {
  const { automation, clock, id, milliseconds } = options;
  const end = clock.now().getTime() + milliseconds;
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    const left = end - clock.now().getTime();
    const wait = await automation.look(id);
    if (left === 0 && wait !== 0) {
      return;
    }
    clock.advance(Math.min(wait ?? left, left));
  }
  throw new Error('The looks do not end');
}
