import { ManualClock } from '../clock';
import { KeyedQueue, WorkResult } from './KeyedQueue';
import { soon } from './__testUtils__/soon';

/** Work that a test finishes when it likes. */
class Work {
  readonly started: string[] = [];
  private readonly open: {
    key: string;
    looked(): void;
    finish(result?: WorkResult): void;
    fail(): void;
  }[] = [];

  readonly run = (key: string, looked: () => void) =>
    new Promise<WorkResult>((resolve, reject) => {
      this.started.push(key);
      this.open.push({
        key,
        looked,
        finish: (result = {}) => resolve(result),
        fail: () => reject(new Error('no')),
      });
    });

  async next(key: string) {
    return await soon(() => {
      const index = this.open.findIndex(work => work.key === key);
      if (index < 0) {
        throw new Error(`Nobody works on ${key}`);
      }
      return this.open.splice(index, 1)[0];
    });
  }
}

describe('KeyedQueue', () => {
  let clock: ManualClock;
  let work: Work;
  let errors: number[];
  let queue: KeyedQueue;

  beforeEach(() => {
    clock = ManualClock.create();
    work = new Work();
    errors = [];
    queue = KeyedQueue.create({
      clock,
      concurrency: 2,
      work: work.run,
      onError: (_key, _error, retryAfter) => errors.push(retryAfter),
      random: () => 1,
    });
  });

  const hasStarted = (...keys: string[]) =>
    soon(() => expect(work.started).toEqual(keys));

  it('works on nothing before it is started, and forgets nothing', async () => {
    queue.add('a');
    expect(queue.depth).toBe(1);
    queue.start();
    await hasStarted('a');
  });

  it('works on several keys at once, but on no more than it may', async () => {
    queue.start();
    ['a', 'b', 'c'].forEach(key => queue.add(key));
    await hasStarted('a', 'b');
    expect(queue.depth).toBe(3);
    (await work.next('b')).finish();
    await hasStarted('a', 'b', 'c');
  });

  it('takes a key that is added many times once', async () => {
    ['a', 'a', 'b', 'a'].forEach(key => queue.add(key));
    queue.start();
    await hasStarted('a', 'b');
    expect(queue.depth).toBe(2);
  });

  it('gives a key to one worker at a time, and again if it was added meanwhile', async () => {
    queue.start();
    queue.add('a');
    await hasStarted('a');
    queue.add('a');
    queue.add('a');
    queue.add('b');
    await hasStarted('a', 'b');
    (await work.next('a')).finish();
    await hasStarted('a', 'b', 'a');
    (await work.next('a')).finish();
    (await work.next('b')).finish();
    await soon(() => expect(queue.depth).toBe(0));
    expect(work.started).toEqual(['a', 'b', 'a']);
  });

  it('works again when the work asked for it', async () => {
    queue.start();
    queue.add('a');
    (await work.next('a')).finish({ requeueAfter: 5_000 });
    await soon(() => expect(clock.pending).toBe(1));
    clock.advance(4_999);
    expect(queue.depth).toBe(0);
    clock.advance(1);
    await hasStarted('a', 'a');
  });

  it('repeats what failed, later each time, and begins anew after a success', async () => {
    queue.start();
    queue.add('a');
    const fail = async (failures: number) => {
      (await work.next('a')).fail();
      await soon(() => expect(errors).toHaveLength(failures));
      clock.advance(errors[failures - 1]);
    };
    for (const failures of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) {
      await fail(failures);
    }
    expect(errors).toEqual([
      500, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000,
    ]);
    (await work.next('a')).finish();
    await soon(() => expect(queue.depth).toBe(0));
    queue.add('a');
    (await work.next('a')).fail();
    await soon(() => expect(errors.slice(10)).toEqual([500]));
  });

  it('does not wait out the back-off of a key that is added', async () => {
    queue.start();
    queue.add('a');
    (await work.next('a')).fail();
    await soon(() => expect(errors).toHaveLength(1));
    queue.add('a');
    await hasStarted('a', 'a');
    expect(clock.pending).toBe(0);
  });

  it('waits out the back-off of a key that is only nudged', async () => {
    queue.start();
    queue.add('a');
    (await work.next('a')).fail();
    await soon(() => expect(clock.pending).toBe(1));
    queue.nudge('a');
    queue.nudge('b');
    await hasStarted('a', 'b');
  });

  it('forgets the failures of a key that is to be retried', async () => {
    queue.start();
    queue.add('a');
    (await work.next('a')).fail();
    await soon(() => expect(clock.pending).toBe(1));
    clock.advance(500);
    (await work.next('a')).fail();
    await soon(() => expect(clock.pending).toBe(1));
    queue.retry('a');
    (await work.next('a')).fail();
    await soon(() => expect(errors).toEqual([500, 1_000, 500]));
  });

  it('keeps the earliest of several wishes for later', async () => {
    queue.start();
    queue.addAfter('a', 3_000);
    queue.addAfter('a', 1_000);
    queue.addAfter('a', 2_000);
    clock.advance(1_000);
    await hasStarted('a');
    expect(clock.pending).toBe(0);
  });

  it('works on what was asked for before what was noticed', async () => {
    ['a', 'b'].forEach(key => queue.notice(key));
    ['c', 'd'].forEach(key => queue.add(key));
    queue.add('b');
    queue.start();
    await hasStarted('c', 'd');
    (await work.next('c')).finish();
    (await work.next('d')).finish();
    await hasStarted('c', 'd', 'b', 'a');
    expect(queue.depth).toBe(2);
  });

  it('lets nobody who asks be overtaken by being noticed as well', async () => {
    queue.notice('a');
    queue.add('b');
    queue.add('c');
    queue.add('d');
    queue.notice('d');
    queue.start();
    await hasStarted('b', 'c');
    (await work.next('b')).finish();
    await hasStarted('b', 'c', 'd');
    expect(queue.depth).toBe(3);
  });

  it('works at once on what is noticed at rest', async () => {
    queue.start();
    queue.notice('a');
    await hasStarted('a');
    expect(clock.pending).toBe(0);
  });

  it('gathers what is noticed of a key while it is busy, for 20 ms', async () => {
    queue.start();
    queue.add('a');
    await hasStarted('a');
    queue.notice('b');
    clock.advance(10);
    queue.notice('b');
    clock.advance(9);
    expect(queue.depth).toBe(1);
    clock.advance(1);
    await hasStarted('a', 'b');
  });

  it('gathers also what was noticed while working', async () => {
    queue.start();
    ['a', 'b'].forEach(key => queue.add(key));
    await hasStarted('a', 'b');
    queue.notice('a');
    (await work.next('a')).finish();
    await soon(() => expect(clock.pending).toBe(1));
    clock.advance(20);
    await hasStarted('a', 'b', 'a');
  });

  it('lets nobody who asks wait for what is gathered', async () => {
    queue.start();
    queue.add('a');
    queue.notice('b');
    queue.add('b');
    await hasStarted('a', 'b');
    expect(clock.pending).toBe(0);
  });

  it('does not work again on what was noticed before the work looked', async () => {
    queue.start();
    queue.add('a');
    const running = await work.next('a');
    queue.notice('a');
    running.looked();
    running.finish();
    await soon(() => expect(queue.depth).toBe(0));
    expect(work.started).toEqual(['a']);
  });

  it.each([
    ['was noticed after the work looked', 'notice', false],
    ['was asked for while working', 'add', true],
  ] as const)('works again on what %s', async (_, action, before) => {
    queue.start();
    queue.add('a');
    const running = await work.next('a');
    if (before) {
      queue[action]('a');
    }
    running.looked();
    if (!before) {
      queue[action]('a');
    }
    running.finish();
    await hasStarted('a', 'a');
    expect(queue.depth).toBe(1);
  });

  it('stops when the work under way is done, and begins nothing more', async () => {
    queue.start();
    queue.add('a');
    const running = await work.next('a');
    queue.addAfter('b', 1_000);
    let stopped = false;
    const stop = queue.stop().then(() => {
      stopped = true;
    });
    queue.add('c');
    clock.advance(1_000);
    expect(stopped).toBe(false);
    running.finish({ requeueAfter: 1 });
    await stop;
    expect(work.started).toEqual(['a']);
    expect(clock.pending).toBe(0);
  });
});
