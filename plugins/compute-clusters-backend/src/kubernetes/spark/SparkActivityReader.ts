import { ConnectOperation, DriverPod, SparkRest } from './SparkRest';

/** Whether a driver is in use. */
export interface SparkActivity {
  /** What is going on, in words; undefined if nothing is. */
  doing: string | undefined;
  /** Changes whenever Spark did anything, so that work between two looks is noticed. */
  mark: string;
}

/** Tells whether drivers are in use, see `readSparkActivity`. */
export class SparkActivityReader {
  static create(options: { rest: SparkRest }): SparkActivityReader {
    return new SparkActivityReader(options.rest);
  }

  private constructor(private readonly rest: SparkRest) {}

  /** @throws KubernetesError if the driver, or Kubernetes, does not answer everything */
  async read(driver: DriverPod): Promise<SparkActivity> {
    const { rest } = this;
    const application = await rest.applicationId(driver);
    const [jobs, tasks, operations, thrift] = await Promise.all([
      rest.runningJobs(driver, application),
      rest.startedTasks(driver, application),
      rest.connectOperations(driver, application),
      rest.thriftServer(driver),
    ]);
    return toSparkActivity({
      jobs,
      tasks,
      operations,
      sessions: thrift?.onlineSessions ?? 0,
      statements: thrift?.runningStatements ?? 0,
    });
  }
}

/**
 * A driver is in use while a job or a statement runs, an operation of Spark Connect is open, or somebody is connected
 * to the Thrift server. Sessions of Spark Connect do not count: they stay when their client vanishes.
 */
export function toSparkActivity(seen: {
  jobs: number;
  tasks: number;
  operations: ConnectOperation[];
  sessions: number;
  statements: number;
}): SparkActivity {
  const operations = seen.operations.filter(isWork);
  const open = operations.filter(({ finishTimestamp }) => !finishTimestamp);
  const doing = [
    count(seen.jobs, 'running job'),
    count(open.length, 'open Spark Connect operation'),
    count(seen.statements, 'running SQL statement'),
    count(seen.sessions, 'Thrift session'),
  ].filter(text => text !== '');
  const lastOperationAt = operations.reduce(
    (last, { startTimestamp, finishTimestamp }) =>
      Math.max(last, startTimestamp, finishTimestamp),
    0,
  );
  return {
    doing: doing.length > 0 ? doing.join(', ') : undefined,
    mark: `${seen.tasks} tasks, operation ${lastOperationAt}`,
  };
}

/** Clients leave an operation that cleans up behind, which stays open for minutes after they vanished. */
function isWork({ statement }: ConnectOperation): boolean {
  return !/\bml_command\b/.test(statement);
}

function count(number: number, what: string): string {
  if (number === 0) {
    return '';
  }
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
