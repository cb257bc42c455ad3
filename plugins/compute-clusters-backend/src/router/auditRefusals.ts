import { HttpAuthService } from '@backstage/backend-plugin-api';
import { ErrorRequestHandler, Request } from 'express';
import { AuditEventId, AuditTrail } from '../service/AuditTrail';
import { callOf } from './callOf';

/** Commands at the end of a path, by the names of their audit events. */
const COMMANDS: Record<string, AuditEventId> = {
  start: 'cluster-start',
  restart: 'cluster-restart',
  terminate: 'cluster-terminate',
  'keep-running': 'cluster-keep-running',
  'give-up-pods': 'cluster-give-up-pods',
  rotate: 'cluster-connect-token-rotate',
  clusters: 'cluster-create',
  recovery: 'cluster-recover',
};

/**
 * Audits a change that failed before anything asked who may do it: what was sent could not be understood, or was wrong
 * already by itself. Refusals that are in the audit log already stay one event each.
 */
export function auditRefusals(options: {
  trail: AuditTrail;
  httpAuth: HttpAuthService;
}): ErrorRequestHandler {
  const { trail, httpAuth } = options;
  const audit = async (error: unknown, request: Request) => {
    const eventId = changeOf(request);
    if (eventId) {
      const call = await callOf(httpAuth, request);
      await trail.refuse({ call, eventId, meta: {} }, error);
    }
  };
  return (error, request, _response, next) => {
    audit(error, request).then(() => next(error), next);
  };
}

/** What the request would have changed; undefined if it only reads. */
function changeOf({ method, path }: Request): AuditEventId | undefined {
  switch (method) {
    case 'PUT':
      return 'cluster-configure';
    case 'DELETE':
      return 'cluster-delete';
    case 'POST':
      return COMMANDS[path.split('/').filter(Boolean).pop() ?? ''];
    default:
      return undefined;
  }
}
