import {
  executorLimit,
  ExecutorRoom,
  executorShortage,
} from './executorShortage';

const room = (changes: Partial<ExecutorRoom> = {}): ExecutorRoom => ({
  wanted: 4,
  most: 8,
  size: { cpu: 2000, memory: 8192, pods: 1 },
  used: { cpu: 63_000, memory: 100_000, pods: 9 },
  hard: { cpu: 64_000, memory: 524_288, pods: 200 },
  ...changes,
});

describe('executorShortage', () => {
  it.each<[string, Partial<ExecutorRoom>, RegExp]>([
    [
      'CPU',
      {},
      /no room for 2 of its 4 executors \(requested: CPU 2.*, used: CPU 63.*, limited: CPU 64.*\); terminate another/,
    ],
    [
      'memory',
      { used: { cpu: 0, memory: 520_000, pods: 9 } },
      /requested: memory 8 GiB, used: memory .*, limited: memory 512 GiB/,
    ],
    [
      'pods',
      { used: { cpu: 0, memory: 0, pods: 200 } },
      /requested: pods 1, used: pods 200, limited: pods 200/,
    ],
  ])('says that there is no %s for them', (_, changes, message) => {
    const finding = executorShortage({ running: 1, pending: 1 }, room(changes));
    expect(finding).toEqual({
      reason: 'QuotaExceeded',
      message: expect.stringMatching(message),
    });
  });

  it.each<[string, number, Partial<ExecutorRoom>]>([
    ['all are there', 4, {}],
    ['the next one fits', 1, { used: { cpu: 62_000, memory: 0, pods: 0 } }],
    [
      'nothing is limited',
      1,
      { hard: { cpu: null, memory: null, pods: null } },
    ],
  ])('says nothing while %s', (_, running, changes) => {
    const executors = { running, pending: 0 };
    expect(executorShortage(executors, room(changes))).toBeNull();
  });
});

describe('executorLimit', () => {
  it('says that there is no room for more than there are', () => {
    expect(executorLimit({ running: 5, pending: 1 }, room())).toEqual({
      reason: 'QuotaExceeded',
      message: expect.stringMatching(
        /no room for more than 6 of at most 8 executors \(requested: CPU 2/,
      ),
    });
  });

  it.each<[string, number, Partial<ExecutorRoom>]>([
    ['as many are there as may be', 8, {}],
    ['another one fits', 6, { used: { cpu: 62_000, memory: 0, pods: 0 } }],
  ])('says nothing while %s', (_, running, changes) => {
    expect(executorLimit({ running, pending: 0 }, room(changes))).toBeNull();
  });
});
