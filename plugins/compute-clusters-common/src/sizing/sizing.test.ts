import { driverSizing } from './driverSizing';
import { executorSizing } from './executorSizing';

const GIB = 1024;

describe('driverSizing', () => {
  it.each<[string, number, number]>([
    ['4096 MiB, where a tenth would be under 384 MiB', 4096, 3712],
    ['the least memory', 900, 516],
    ['8 GiB', 8 * GIB, 7447],
    ['64 GiB', 64 * GIB, 59578],
  ])('gives a JVM its heap of %s', (_, memory, heap) => {
    expect(driverSizing({ cpu: 1000, memory })).toMatchObject({
      heap,
      overhead: memory - heap,
      memory,
      cpu: 1000,
    });
  });

  it('leaves room for Python workers when it runs the tasks itself', () => {
    expect(driverSizing({ cpu: 1000, memory: 4096 }, 'single-node').heap).toBe(
      2925,
    );
  });
});

describe('executorSizing', () => {
  it.each<[string, number, number]>([
    ['4096 MiB', 4096, 2925],
    ['the least memory, where two fifths would be under 384 MiB', 900, 516],
    ['16 GiB', 16 * GIB, 11702],
  ])('leaves room for Python workers in %s', (_, memory, heap) => {
    expect(executorSizing({ cpu: 2000, memory })).toMatchObject({
      heap,
      overhead: memory - heap,
    });
  });

  it.each([
    [10, 1],
    [500, 1],
    [1000, 2],
    [2000, 3],
    [4000, 6],
    [16000, 24],
  ])('runs on %i millicores %i tasks at once', (cpu, taskSlots) => {
    expect(executorSizing({ cpu, memory: 4096 }).taskSlots).toBe(taskSlots);
  });
});
