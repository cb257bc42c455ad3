import {
  AuditorService,
  AuditorServiceEvent,
} from '@backstage/backend-plugin-api';
import { ForwardedError, isError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { callerRefOf } from '../connections/callerRefOf';
import { Call } from './ComputeClusterService';
import { ClusterHiddenError, ForbiddenError } from './errors';

/** What is audited. */
export type AuditEventId =
  | 'cluster-create'
  | 'cluster-configure'
  | 'cluster-start'
  | 'cluster-restart'
  | 'cluster-terminate'
  | 'cluster-delete'
  | 'cluster-connect-token-read'
  | 'cluster-connect-token-rotate'
  | 'cluster-keep-running'
  | 'cluster-give-up-pods'
  | 'cluster-recover'
  | 'cluster-log-read'
  | 'cluster-spark-ui-open'
  | 'cluster-read';

/** What an audit event tells of its cause. */
interface Audited {
  /** Undefined where the portal itself does something. */
  call?: Call;
  eventId: AuditEventId;
  meta: JsonObject;
}

/** Errors that are in the audit log already, by whichever trail. */
const recorded = new WeakSet<Error>();

/** Writes audit events about work that is done in someone's name, or the portal's own. */
export class AuditTrail {
  static create(options: { auditor: AuditorService }): AuditTrail {
    return new AuditTrail(options.auditor);
  }

  private constructor(private readonly auditor: AuditorService) {}

  /** Audits the work, however it ends. */
  async record<T>(
    event: Audited,
    work: () => Promise<T>,
    /** What to add once it is done; never anything secret. */
    metaOf: (result: T) => JsonObject = () => ({}),
  ): Promise<T> {
    const entry = await this.begin(event);
    let result: T;
    try {
      result = await work();
    } catch (error) {
      await this.fail(entry, error);
      throw error;
    }
    await entry.success({ meta: metaOf(result) });
    return result;
  }

  /**
   * Audits what the portal does with a cluster by itself, and why.
   *
   * @param work tells whether there was anything left to do
   */
  async recordAutomatic(
    cluster: Pick<
      ComputeCluster,
      'id' | 'kubernetesCluster' | 'namespace' | 'name'
    >,
    { eventId, cause }: { eventId: AuditEventId; cause: string },
    work: () => Promise<boolean>,
  ): Promise<boolean> {
    const { id: clusterId, kubernetesCluster, namespace, name } = cluster;
    const meta = { clusterId, kubernetesCluster, namespace, name, cause };
    return await this.record({ eventId, meta }, work, isDone => ({ isDone }));
  }

  /** Audits the work only if it is refused: there are too many reads to write down each. */
  async watch<T>(
    event: { call: Call; meta: JsonObject },
    work: () => Promise<T>,
  ): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (
        error instanceof ClusterHiddenError ||
        error instanceof ForbiddenError
      ) {
        await this.refuse({ ...event, eventId: 'cluster-read' }, error);
      }
      throw error;
    }
  }

  /** Audits that something was not even begun, unless the error is in the audit log already. */
  async refuse(event: Audited, error: unknown): Promise<void> {
    if (!(error instanceof Error && recorded.has(error))) {
      await this.fail(await this.begin(event), error);
    }
  }

  private async begin({
    call,
    eventId,
    meta,
  }: Audited): Promise<AuditorServiceEvent> {
    // Without a request the auditor takes this plugin for who did it, and of a browser's cookie it knows nothing.
    const caller =
      call && !call.request?.headers.authorization
        ? { caller: callerRefOf(call.credentials) }
        : {};
    const requestId = call?.request?.headers['x-request-id'];
    return await this.auditor.createEvent({
      eventId,
      severityLevel: 'medium',
      request: call?.request,
      meta: { ...meta, ...caller, ...(requestId && { requestId }) },
    });
  }

  private async fail(
    entry: AuditorServiceEvent,
    error: unknown,
  ): Promise<void> {
    if (error instanceof Error) {
      recorded.add(error);
    }
    await entry.fail({ error: withoutExtras(error) });
  }
}

/** Errors carry the whole cluster for the caller: its settings are not for the log. */
function withoutExtras(error: unknown): Error {
  if (!isError(error)) {
    return new ForwardedError('Unknown error', error);
  }
  const bare = new Error(error.message);
  bare.name = error.name;
  return bare;
}
