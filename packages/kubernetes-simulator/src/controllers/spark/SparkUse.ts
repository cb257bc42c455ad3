import type { JsonObject } from '../../objects/json';

/**
 * How a driver is used, as its REST API and its pages tell.
 *
 * @public
 */
export interface SparkUse {
  runningJobs: number;
  /** Tasks that its executors got so far. */
  startedTasks: number;
  /** Operations of Spark Connect; times in milliseconds, 0 is not yet. */
  connectOperations: {
    statement: string;
    startTimestamp: number;
    finishTimestamp: number;
  }[];
  thriftSessions: number;
  runningStatements: number;
}

/** How drivers are used, by `NAMESPACE/POD`; those that are not here work only while they have extra executors. */
export type SparkUses = Map<string, Partial<SparkUse>>;

/** A job that runs, as Spark's REST API tells it. */
export function runningJobJson(jobId: number, since: string): JsonObject {
  return {
    jobId,
    name: `job ${jobId}`,
    submissionTime: since,
    stageIds: [jobId],
    status: 'RUNNING',
    numTasks: 1,
    numActiveTasks: 1,
    numCompletedTasks: 0,
    numFailedTasks: 0,
  };
}

/** An operation of Spark Connect, as Spark 4.3's REST API tells it. */
export function operationJson(
  operation: SparkUse['connectOperations'][number],
  index: number,
): JsonObject {
  const { finishTimestamp } = operation;
  return {
    ...operation,
    jobTag: `operation-${index}`,
    operationId: `${index}`,
    sessionId: 'session',
    userId: 'spark',
    state: finishTimestamp === 0 ? 'STARTED' : 'CLOSED',
    closeTimestamp: finishTimestamp,
    sparkSessionTags: [],
    jobIds: [],
    sqlExecIds: [],
    detail: '',
  };
}

/** The part of Spark's page on its Thrift server that tells who is connected. */
export function thriftServerHtml(use: Partial<SparkUse>): string {
  return `<!DOCTYPE html><html lang="en"><head><title>JDBC/ODBC Server</title></head><body><h4>
          ${use.thriftSessions ?? 0}
          session(s) are online,
          running
          ${use.runningStatements ?? 0}
          SQL statement(s)
        </h4></body></html>`;
}
