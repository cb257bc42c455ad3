import { jobName } from './jobName';
import { objectName } from './objectName';

const LONGEST = 'a'.repeat(53);

describe('jobName', () => {
  it.each([
    ['etl', 3, 'etl-3'],
    ['a'.repeat(39), 1, `${'a'.repeat(39)}-1`],
  ])('is name and sequence: %s, run %i', (name, sequence, expected) => {
    expect(jobName(name, sequence)).toBe(expected);
  });

  it.each([1, 10, 99999])('keeps the longest name of run %i within 41', run => {
    const name = jobName(LONGEST, run);

    expect(name).toHaveLength(41);
    expect(name).toMatch(new RegExp(`^a+-[a-z0-9]{7}-${run}$`));
  });

  it('tells long names apart that start alike', () => {
    const names = ['x', 'y'].map(end => jobName(`${'a'.repeat(52)}${end}`, 1));

    expect(new Set(names).size).toBe(2);
  });

  it('does not cut a name at a hyphen', () => {
    const name = `${'a'.repeat(30)}${'-'.repeat(10)}${'b'.repeat(13)}`;

    expect(jobName(name, 1)).toMatch(/^a{30}-[a-z0-9]{7}-1$/);
  });

  it('is the same each time', () => {
    expect(jobName(LONGEST, 7)).toBe(jobName(LONGEST, 7));
  });
});

describe('objectName', () => {
  it.each(['etl', LONGEST])('is the name of the cluster: %s', name => {
    expect(objectName(name)).toBe(name);
  });

  it('starts with a letter, as Kubernetes wants it of a Service', () => {
    expect(objectName('3etl')).toMatch(/^c3etl-[a-z0-9]{7}$/);
    expect(objectName('1'.repeat(53)).length).toBeLessThanOrEqual(63);
  });
});
