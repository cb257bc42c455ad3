import {
  StatusError,
  accessDenied,
  methodNotAllowed,
  unknownPath,
} from '../status';
import type { ApiContext } from './ApiContext';
import type { Exchange } from './Exchange';
import type { Handler } from './handlers/Handler';
import { handleAccessReview } from './handlers/handleAccessReview';
import { handleCreate } from './handlers/handleCreate';
import { handleDelete, handleDeleteCollection } from './handlers/handleDelete';
import { handleDiscovery } from './handlers/handleDiscovery';
import { handleEviction } from './handlers/handleEviction';
import { handleGet } from './handlers/handleGet';
import { handleList } from './handlers/handleList';
import { handleLog } from './handlers/handleLog';
import { handlePatch } from './handlers/handlePatch';
import { handleProxy } from './handlers/handleProxy';
import { handleTokenRequest } from './handlers/handleTokenRequest';
import { handleUpdate } from './handlers/handleUpdate';
import { handleWatch } from './handlers/handleWatch';
import type { RequestTarget } from './RequestTarget';
import { parseTarget } from './RequestTarget';
import { verbOf } from './verbOf';

const BY_VERB: Record<string, Handler> = {
  get: handleGet,
  list: handleList,
  watch: handleWatch,
  create: handleCreate,
  update: handleUpdate,
  patch: handlePatch,
  delete: handleDelete,
  deletecollection: handleDeleteCollection,
};

const BY_SUBRESOURCE: Record<string, Handler> = {
  'get pods/log': handleLog,
  'create pods/eviction': handleEviction,
  'create serviceaccounts/token': handleTokenRequest,
};

function handlerFor(verb: string, target: RequestTarget): Handler {
  const { type, subresource } = target;
  if (!subresource || (subresource === 'status' && type.status)) {
    const handler = BY_VERB[verb];
    const needsName = ['update', 'patch'].includes(verb);
    if (!handler || (needsName && !target.name)) throw methodNotAllowed();
    return handler;
  }
  if (type.kind === 'Pod' && subresource === 'proxy') return handleProxy;
  const handler = BY_SUBRESOURCE[`${verb} ${type.plural}/${subresource}`];
  if (!handler) throw unknownPath();
  return handler;
}

function authorize(
  { faults }: ApiContext,
  exchange: Exchange,
  verb: string,
  target: RequestTarget,
): void {
  const { type, namespace, name, subresource } = target;
  const resource = subresource ? `${type.plural}/${subresource}` : type.plural;
  if (faults.allows({ verb, resource, namespace })) return;
  throw accessDenied({
    user: exchange.user,
    verb,
    type,
    resource,
    namespace,
    name,
  });
}

/**
 * Finds who answers a request.
 *
 * @throws StatusError to refuse it
 */
export async function dispatch(
  context: ApiContext,
  exchange: Exchange,
): Promise<void> {
  const { pathname } = exchange.url;
  if (handleDiscovery(exchange)) return;
  if (await handleAccessReview(context, exchange)) return;
  const target = parseTarget(pathname);
  if (!target) throw unknownPath();
  const verb = verbOf(exchange, target);
  authorize(context, exchange, verb, target);
  await handlerFor(verb, target)(context, exchange, target);
}

/** Answers with a Status, whatever went wrong. */
export function sendError(exchange: Exchange, error: unknown): void {
  const status =
    error instanceof StatusError
      ? error
      : new StatusError(500, 'InternalError', String(error));
  const { response } = exchange;
  if (response.headersSent) response.destroy();
  else exchange.sendJson(status.code, status.toStatus());
}
