import { toSparkActivity } from './SparkActivityReader';
import { readThriftServerPage } from './SparkRest';

const QUIET = { jobs: 0, tasks: 4, operations: [], sessions: 0, statements: 0 };

describe('toSparkActivity', () => {
  const finished = { statement: 'a', startTimestamp: 10, finishTimestamp: 20 };
  const open = { statement: 'b', startTimestamp: 30, finishTimestamp: 0 };
  const leftover = {
    statement: 'command {\n  ml_command {\n    clean_cache {}\n  }\n}',
    startTimestamp: 40,
    finishTimestamp: 0,
  };

  it.each<[string, Partial<typeof QUIET>, string | undefined]>([
    ['nothing', {}, undefined],
    ['a job', { jobs: 1 }, '1 running job'],
    [
      'sessions and statements',
      { sessions: 2, statements: 1 },
      '1 running SQL statement, 2 Thrift sessions',
    ],
  ])('names %s', (_, changes, doing) => {
    expect(toSparkActivity({ ...QUIET, ...changes }).doing).toBe(doing);
  });

  it('counts open operations only, and no leftovers', () => {
    const activityOf = (...operations: (typeof open)[]) =>
      toSparkActivity({ ...QUIET, operations });
    expect(activityOf(finished).doing).toBeUndefined();
    expect(activityOf(finished, open, leftover).doing).toBe(
      '1 open Spark Connect operation',
    );
    expect(activityOf(leftover)).toEqual(activityOf());
  });

  it('marks what was done between two looks', () => {
    const before = toSparkActivity(QUIET).mark;
    expect(toSparkActivity(QUIET).mark).toBe(before);
    expect(toSparkActivity({ ...QUIET, tasks: 5 }).mark).not.toBe(before);
    expect(toSparkActivity({ ...QUIET, operations: [finished] }).mark).not.toBe(
      before,
    );
  });
});

describe('readThriftServerPage', () => {
  it("reads the line of Spark's page", () => {
    const page = `<h4>\n          3\n          session(s) are online,\n          running\n          1\n          SQL statement(s)\n        </h4>`;
    expect(readThriftServerPage(page)).toEqual({
      onlineSessions: 3,
      runningStatements: 1,
    });
  });

  it('refuses another page', () => {
    expect(() => readThriftServerPage('<html></html>')).toThrow(
      'does not tell its sessions',
    );
  });
});
