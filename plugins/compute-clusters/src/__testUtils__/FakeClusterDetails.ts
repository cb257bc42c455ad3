import type {
  ClusterUsage,
  Connections,
  EffectiveConfiguration,
  ExecutorHistory,
  KubernetesEvent,
  ListEventsQuery,
  PodDetails,
  RunDetails,
  SpecChange,
  UsageQuery,
  UsageReport,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { SEEN_AT } from './fixtures';

const NO_USAGE = { driverSeconds: 0, executorSeconds: 0, cost: 0 };

/** What the backend tells of the inside of every cluster, as tests set it. */
export class FakeClusterDetails {
  runs: RunDetails[] = [];
  events: KubernetesEvent[] = [];
  pods: PodDetails[] = [];
  changes: SpecChange[] = [];
  /** Executors of each minute up to the last. */
  executorMinutes: number[] = [0];
  /** Text of each pod's log by the pod's name. */
  logs: Record<string, string> = {};
  configuration: EffectiveConfiguration = { properties: [], environment: [] };
  connections: Connections = {
    exposure: 'clusterIP',
    connect: null,
    thrift: null,
    user: 'spark',
    message: null,
  };
  usage: Pick<ClusterUsage, 'currency' | 'total' | 'days'> = {
    currency: null,
    total: NO_USAGE,
    days: [],
  };

  /** What teams and clusters cost, by their keys. */
  usageGroups: UsageReport['groups'] = [];
  readonly usageQueries: UsageQuery[] = [];
  /** What reports about usage fail with, as long as it stands. */
  usageError: Promise<Error> | undefined;
  usageCsv = '';
  readonly csvQueries: UsageQuery[] = [];

  async listRuns() {
    return { ...onePage(this.runs) };
  }

  async listEvents(_id: string, query: ListEventsQuery = {}) {
    const { type, object, text = '' } = query;
    const shown = this.events.filter(
      event =>
        (!type || event.type === type) &&
        (!object || event.object === object) &&
        `${event.reason} ${event.message}`.includes(text),
    );
    const warnings = this.events.filter(({ type: t }) => t === 'Warning');
    return { ...onePage(shown), warnings: warnings.length };
  }

  async getLogs(_id: string, query: { pod?: string } = {}) {
    return new Response(this.logs[query.pod ?? ''] ?? '');
  }

  async getUsage(query: UsageQuery = {}): Promise<UsageReport> {
    this.usageQueries.push(query);
    if (this.usageError) throw await this.usageError;
    return {
      from: SEEN_AT,
      to: SEEN_AT,
      groupBy: query.groupBy ?? 'team',
      currency: this.usage.currency,
      total: this.usage.total,
      groups: this.usageGroups,
    };
  }

  async getUsageCsv(query: UsageQuery = {}) {
    this.csvQueries.push(query);
    if (this.usageError) throw await this.usageError;
    return new Response(this.usageCsv);
  }

  async getExecutorHistory(): Promise<ExecutorHistory> {
    return { from: SEEN_AT, to: SEEN_AT, minutes: this.executorMinutes };
  }

  listPods = async () => ({ items: this.pods });
  getChanges = async () => ({ items: this.changes });
  getConfiguration = async () => this.configuration;
  getConnections = async () => this.connections;
  getConnectToken = async () => ({ token: 'token' });
  rotateConnectToken = async () => ({ token: 'next-token' });
  getClusterUsage = async () => ({ from: SEEN_AT, to: SEEN_AT, ...this.usage });
  recoverClusters = async () => ({ restored: [], skipped: [] });
}

function onePage<T>(items: T[]) {
  return {
    items,
    totalItems: items.length,
    pageInfo: { nextCursor: null, prevCursor: null },
  };
}
