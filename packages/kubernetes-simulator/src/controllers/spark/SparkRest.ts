import type { JsonObject, JsonValue } from '../../objects/json';
import type { Pod } from '../../objects/Pod';
import { conditionOf, hasEnded } from '../../objects/Pod';
import type { PodAnswer, PodProxy, PodRequest } from '../../server/PodProxy';
import type { OwnedPods } from '../OwnedPods';
import { EXECUTOR_ID_LABEL } from './executorPod';
import type { SparkApplication, SparkApplications } from './SparkApplications';
import type { SparkUse, SparkUses } from './SparkUse';
import { simulatedSparkUi } from './simulatedSparkUi';
import { operationJson, runningJobJson, thriftServerHtml } from './SparkUse';

const UI_PORT = 4040;
const VERSION = '4.3.0';

function json(body: JsonValue): PodAnswer {
  return {
    code: 200,
    contentType: 'application/json',
    body: JSON.stringify(body),
  };
}

function html(body: string): PodAnswer {
  return { code: 200, contentType: 'text/html;charset=utf-8', body };
}

function sparkTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('Z', 'GMT');
}

function executorJson(
  id: string,
  address: string,
  cores: number,
  since: number,
): JsonObject {
  return {
    id,
    hostPort: address,
    isActive: true,
    rddBlocks: 0,
    memoryUsed: 0,
    diskUsed: 0,
    totalCores: cores,
    maxTasks: cores,
    activeTasks: 0,
    failedTasks: 0,
    completedTasks: 0,
    totalTasks: 0,
    totalDuration: 0,
    totalGCTime: 0,
    totalInputBytes: 0,
    totalShuffleRead: 0,
    totalShuffleWrite: 0,
    isBlacklisted: false,
    maxMemory: 434031820,
    addTime: sparkTime(since),
    executorLogs: {},
    blacklistedInStages: [],
  };
}

/** Answers for the Spark UI's port of drivers: its REST API, and a page that says what it is. */
export class SparkRest implements PodProxy {
  constructor(
    private readonly applications: SparkApplications,
    private readonly owned: OwnedPods,
    private readonly uses: SparkUses,
  ) {}

  answer(pod: Pod, request: PodRequest): PodAnswer | undefined {
    const application = this.applications.get(pod.metadata.uid);
    const ready = conditionOf(pod.status, 'Ready')?.status === 'True';
    if (!application || !ready || request.port !== UI_PORT) return undefined;
    if (request.path === '/api/v1/version') return json({ spark: VERSION });
    if (request.path === '/api/v1/applications') {
      return json([this.describe(application)]);
    }
    const match = /^\/api\/v1\/applications\/([^/]+)(?:\/(.*))?$/.exec(
      request.path,
    );
    if (match) return this.answerAbout(application, match[1], match[2] ?? '');
    if (/^\/sqlserver\/?$/.test(request.path)) {
      return html(thriftServerHtml(this.useOf(application)));
    }
    return request.path.startsWith('/api/')
      ? this.unknown(request.path)
      : simulatedSparkUi({
          request,
          id: this.idOf(application),
          properties: this.redacted(application),
        });
  }

  private answerAbout(
    application: SparkApplication,
    id: string,
    what: string,
  ): PodAnswer {
    if (id !== this.idOf(application)) return this.unknown(id);
    switch (what) {
      case '':
        return json(this.describe(application));
      case 'executors':
        return json(this.executors(application));
      case 'allexecutors':
        return json([
          ...this.executors(application),
          ...this.lostExecutors(application),
        ]);
      case 'environment':
        return json({
          runtime: { javaVersion: '17', scalaVersion: 'version 2.13' },
          sparkProperties: this.redacted(application),
          systemProperties: [],
        });
      case 'jobs':
        return json(this.jobs(application));
      case 'connect/operations':
        return json(
          (this.useOf(application).connectOperations ?? []).map(operationJson),
        );
      case 'stages':
      case 'storage/rdd':
      case 'connect/sessions':
        return json([]);
      default:
        return this.unknown(what);
    }
  }

  private useOf({ driver }: SparkApplication): Partial<SparkUse> {
    const { namespace, name } = driver.metadata;
    return this.uses.get(`${namespace}/${name}`) ?? {};
  }

  /** Whoever gave the driver more executors than its minimum runs something. */
  private jobs(application: SparkApplication): JsonObject[] {
    const { setup, since } = application;
    const extra =
      this.readyExecutors(application).length > setup.conf.minExecutors;
    const count = this.useOf(application).runningJobs ?? (extra ? 1 : 0);
    return Array.from({ length: count }, (_, jobId) =>
      runningJobJson(jobId, sparkTime(since)),
    );
  }

  private readyExecutors({ driver }: SparkApplication): Pod[] {
    return this.owned
      .of(driver.metadata.uid)
      .filter(pod => !hasEnded(pod))
      .filter(pod => conditionOf(pod.status, 'Ready')?.status === 'True');
  }

  private idOf({ setup, driver }: SparkApplication): string {
    return setup.conf.get('spark.app.id') ?? driver.metadata.name;
  }

  private describe(application: SparkApplication): JsonObject {
    const { setup, since } = application;
    return {
      id: this.idOf(application),
      name: setup.conf.get('spark.app.name') ?? 'spark',
      attempts: [
        {
          startTime: sparkTime(since),
          endTime: sparkTime(-1),
          sparkUser: 'spark',
          completed: false,
          appSparkVersion: VERSION,
          startTimeEpoch: since,
          endTimeEpoch: -1,
        },
      ],
    };
  }

  private executors(application: SparkApplication): JsonObject[] {
    const { driver, setup, since } = application;
    const { conf } = setup;
    const ready = this.readyExecutors(application);
    const slots = conf.executorTaskSlots;
    const driverSlots = conf.isLocal ? slots : 0;
    return [
      {
        ...executorJson(
          'driver',
          `${driver.status.podIP}:7079`,
          driverSlots,
          since,
        ),
        totalTasks: this.useOf(application).startedTasks ?? 0,
      },
      ...ready.map(pod =>
        executorJson(
          pod.metadata.labels?.[EXECUTOR_ID_LABEL] ?? '',
          `${pod.status.podIP}:7079`,
          slots,
          Date.parse(pod.metadata.creationTimestamp),
        ),
      ),
    ];
  }

  private lostExecutors({ lost, since }: SparkApplication): JsonObject[] {
    return [...lost].map(([id, removeReason]) => ({
      ...executorJson(String(id), '', 0, since),
      isActive: false,
      removeReason,
    }));
  }

  private redacted({ setup }: SparkApplication): [string, string][] {
    const secret = /secret|password|token|access[.]?key|credential/i;
    return setup.conf
      .entries()
      .map(([key, value]) => [
        key,
        secret.test(key) ? '*********(redacted)' : value,
      ]);
  }

  private unknown(what: string): PodAnswer {
    return {
      code: 404,
      contentType: 'text/plain',
      body: `unknown: ${what}`,
    };
  }
}
