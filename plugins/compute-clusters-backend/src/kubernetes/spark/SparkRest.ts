import { z } from 'zod';
import { isKubernetesError } from '../isKubernetesError';
import { KubernetesError } from '../KubernetesError';
import { PORTS } from '../objects/names';
import { PodPort, PodProxy } from '../PodProxy';

const applicationsSchema = z
  .array(z.object({ id: z.string() }))
  .min(1)
  .transform(([application]) => application);

const jobsSchema = z.array(z.object({ jobId: z.number() }));

const executorsSchema = z.array(z.object({ totalTasks: z.number() }));

/** Milliseconds since 1970; 0 is not yet. */
const operationsSchema = z.array(
  z.object({
    statement: z.string(),
    startTimestamp: z.number(),
    finishTimestamp: z.number(),
  }),
);

/** Where a driver's REST API is. */
export interface DriverPod {
  namespace: string;
  pod: string;
}

/** An operation of Spark Connect. */
export type ConnectOperation = z.infer<typeof operationsSchema>[number];

/** What Spark's page on its Thrift server says. */
export interface ThriftServerStatus {
  onlineSessions: number;
  runningStatements: number;
}

/**
 * Reads what a Spark driver tells of itself on the port of its UI, as Spark 4.3 answers. All methods throw a
 * {@link KubernetesError}.
 */
export class SparkRest {
  static create(options: { proxy: PodProxy }): SparkRest {
    return new SparkRest(options.proxy);
  }

  private constructor(private readonly proxy: PodProxy) {}

  /** The id of the driver's application: a single-node driver makes up its own. */
  async applicationId(driver: DriverPod): Promise<string> {
    const { id } = await this.get(driver, 'applications', applicationsSchema);
    return id;
  }

  /** How many jobs run. */
  async runningJobs(driver: DriverPod, application: string): Promise<number> {
    const jobs = await this.get(
      driver,
      `applications/${application}/jobs`,
      jobsSchema,
      { status: 'running' },
    );
    return jobs.length;
  }

  /** How many tasks all executors got so far, those too that are gone. */
  async startedTasks(driver: DriverPod, application: string): Promise<number> {
    const executors = await this.get(
      driver,
      `applications/${application}/allexecutors`,
      executorsSchema,
    );
    return executors.reduce((sum, { totalTasks }) => sum + totalTasks, 0);
  }

  /** The operations of Spark Connect that Spark remembers; none before Spark 4.3, which does not tell. */
  async connectOperations(
    driver: DriverPod,
    application: string,
  ): Promise<ConnectOperation[]> {
    const operations = await unlessAbsent(() =>
      this.get(
        driver,
        `applications/${application}/connect/operations`,
        operationsSchema,
      ),
    );
    return operations ?? [];
  }

  /** What the page on the Thrift server says; there is no REST API for it. Undefined where no Thrift server runs. */
  async thriftServer(
    driver: DriverPod,
  ): Promise<ThriftServerStatus | undefined> {
    const page = await unlessAbsent(() =>
      this.proxy.text(portOf(driver), '/sqlserver/'),
    );
    return page === undefined ? undefined : readThriftServerPage(page);
  }

  private async get<T>(
    driver: DriverPod,
    path: string,
    schema: z.ZodType<T>,
    query?: Record<string, string>,
  ): Promise<T> {
    return await this.proxy.json(portOf(driver), `/api/v1/${path}`, {
      schema,
      query,
    });
  }
}

/**
 * Reads the line on sessions and statements, as Spark's ThriftServerPage writes it.
 *
 * @throws KubernetesError with code Invalid if it is not there
 */
export function readThriftServerPage(page: string): ThriftServerStatus {
  const line =
    /(\d+)\s+session\(s\) are online,\s+running\s+(\d+)\s+SQL statement\(s\)/.exec(
      page,
    );
  if (!line) {
    throw new KubernetesError(
      'Invalid',
      "Spark's page on its Thrift server does not tell its sessions",
    );
  }
  return {
    onlineSessions: Number(line[1]),
    runningStatements: Number(line[2]),
  };
}

function portOf({ namespace, pod }: DriverPod): PodPort {
  return { namespace, pod, port: PORTS.ui };
}

async function unlessAbsent<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (isKubernetesError(error, 'NotFound')) {
      return undefined;
    }
    throw error;
  }
}
