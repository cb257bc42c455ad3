import { AuditorService } from '@backstage/backend-plugin-api';
import { ForwardedError, isError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
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
  | 'cluster-read';

/** Writes audit events about work that is done in someone's name. */
export class AuditTrail {
  static create(options: { auditor: AuditorService }): AuditTrail {
    return new AuditTrail(options.auditor);
  }

  private constructor(private readonly auditor: AuditorService) {}

  /** Audits the work, however it ends. */
  async record<T>(
    event: { call: Call; eventId: AuditEventId; meta: JsonObject },
    work: () => Promise<T>,
    /** What to add once it is done; never anything secret. */
    metaOf: (result: T) => JsonObject = () => ({}),
  ): Promise<T> {
    const entry = await this.auditor.createEvent({
      eventId: event.eventId,
      severityLevel: 'medium',
      request: event.call.request,
      meta: event.meta,
    });
    try {
      const result = await work();
      await entry.success({ meta: metaOf(result) });
      return result;
    } catch (error) {
      await entry.fail({ error: withoutExtras(error) });
      throw error;
    }
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
        const entry = await this.auditor.createEvent({
          eventId: 'cluster-read',
          severityLevel: 'medium',
          request: event.call.request,
          meta: event.meta,
        });
        await entry.fail({ error: withoutExtras(error) });
      }
      throw error;
    }
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
