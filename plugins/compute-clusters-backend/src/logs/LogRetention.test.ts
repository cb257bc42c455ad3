import { mockServices } from '@backstage/backend-test-utils';
import { ManualClock } from '../clock';
import { LogRetention } from './LogRetention';

const DAY = 24 * 60 * 60 * 1000;

function retention(counts: number[]) {
  const asked: { time: Date; limit: number }[] = [];
  const clock = ManualClock.create();
  const task = LogRetention.create({
    store: {
      deleteBefore: async (time, limit) => {
        asked.push({ time, limit });
        return counts[asked.length - 1] ?? 0;
      },
    },
    clock,
    logger: mockServices.logger.mock(),
    keep: 14 * DAY,
  });
  return { task, asked, clock };
}

describe('LogRetention', () => {
  it('deletes in batches until nothing old is left', async () => {
    const { task, asked, clock } = retention([100, 100, 7]);

    await task.run(new AbortController().signal);

    const time = new Date(clock.now().getTime() - 14 * DAY);
    expect(asked).toEqual([1, 2, 3].map(() => ({ time, limit: 100 })));
  });

  it('stops between batches when it is told', async () => {
    const { task, asked } = retention([100, 100]);
    const controller = new AbortController();
    controller.abort();

    await task.run(controller.signal);

    expect(asked).toHaveLength(1);
  });
});
