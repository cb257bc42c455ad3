import { ClusterChangedEvent } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { ChangeBatch } from './ChangeBatch';

const TIMES = {
  windowMs: 100,
  stormSize: 3,
  stormWindowMs: 1_000,
  stormWindows: 4,
  firstRetryMs: 500,
  lastRetryMs: 1_000,
};

const changeOf = (clusterId: string): ClusterChangedEvent => ({
  clusterId,
  kubernetesCluster: 'demo',
  namespace: 'data-eng',
  name: clusterId,
  change: 'created',
});

describe('ChangeBatch', () => {
  let handled: string[][];
  let batch: ChangeBatch;

  beforeEach(() => {
    jest.useFakeTimers();
    handled = [];
    batch = ChangeBatch.create({
      times: TIMES,
      handle: async changes => {
        handled.push(changes.map(({ clusterId }) => clusterId));
      },
      onFailure: () => undefined,
    });
  });

  afterEach(() => {
    batch.close();
    jest.useRealTimers();
  });

  const add = (...ids: string[]) => ids.forEach(id => batch.add(changeOf(id)));

  it('hands on a few changes after one window', async () => {
    add('a', 'b');
    await jest.advanceTimersByTimeAsync(TIMES.windowMs);
    expect(handled).toEqual([['a', 'b']]);
  });

  it('takes many changes of one cluster for no storm', async () => {
    add('a');
    Array.from({ length: 5 }, () => batch.notice('a'));
    await jest.advanceTimersByTimeAsync(TIMES.windowMs);
    expect(handled).toEqual([['a']]);
  });

  it('gathers a storm until it has calmed down', async () => {
    add('a', 'b', 'c');
    await jest.advanceTimersByTimeAsync(TIMES.windowMs);
    add('d', 'e', 'f');
    await jest.advanceTimersByTimeAsync(TIMES.stormWindowMs);
    expect(handled).toEqual([]);
    add('g');
    await jest.advanceTimersByTimeAsync(TIMES.stormWindowMs);
    expect(handled).toEqual([['a', 'b', 'c', 'd', 'e', 'f', 'g']]);
  });

  it('is in a storm while the clusters that were created start', async () => {
    add('a', 'b', 'c');
    await jest.advanceTimersByTimeAsync(TIMES.windowMs);
    ['a', 'b', 'c'].forEach(id => batch.notice(id));
    await jest.advanceTimersByTimeAsync(TIMES.stormWindowMs);
    expect(handled).toEqual([]);
    await jest.advanceTimersByTimeAsync(TIMES.stormWindowMs);
    expect(handled).toEqual([['a', 'b', 'c']]);
  });

  it('hands on nothing where nothing but starts is noticed', async () => {
    batch.notice('a');
    await jest.advanceTimersByTimeAsync(TIMES.stormWindowMs);
    expect(handled).toEqual([]);
  });

  it('hands on soon what comes after a storm', async () => {
    add('a', 'b', 'c');
    await jest.advanceTimersByTimeAsync(TIMES.windowMs + TIMES.stormWindowMs);
    add('d');
    await jest.advanceTimersByTimeAsync(TIMES.windowMs);
    expect(handled).toEqual([['a', 'b', 'c'], ['d']]);
  });

  it('sees a storm that begins while changes are handed on', async () => {
    let handedOn = () => {};
    const slow = new Promise<void>(resolve => {
      handedOn = resolve;
    });
    batch = ChangeBatch.create({
      times: TIMES,
      handle: async changes => {
        handled.push(changes.map(({ clusterId }) => clusterId));
        await slow;
      },
      onFailure: () => undefined,
    });
    add('a');
    await jest.advanceTimersByTimeAsync(TIMES.windowMs);
    add('b', 'c', 'd');
    handedOn();
    await jest.advanceTimersByTimeAsync(TIMES.windowMs);
    add('e');
    await jest.advanceTimersByTimeAsync(TIMES.stormWindowMs);
    expect(handled).toEqual([['a'], ['b', 'c', 'd', 'e']]);
  });

  it('does not wait for a storm that never ends', async () => {
    add('a', 'b', 'c');
    await jest.advanceTimersByTimeAsync(TIMES.windowMs);
    for (let window = 0; window < TIMES.stormWindows; window++) {
      expect(handled).toEqual([]);
      add(`a${window}`, `b${window}`, `c${window}`);
      await jest.advanceTimersByTimeAsync(TIMES.stormWindowMs);
    }
    expect(handled).toHaveLength(1);
    expect(handled[0]).toHaveLength(3 * (TIMES.stormWindows + 1));
  });
});
