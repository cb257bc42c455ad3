import type { KubernetesObject } from '../../objects/KubernetesObject';
import { Selection } from '../../selectors/Selection';
import { StatusError, badRequest, invalidOptions } from '../../status';
import type { ApiContext } from '../ApiContext';
import type { Exchange } from '../Exchange';
import type { RequestTarget } from '../RequestTarget';
import { WatchSession } from '../watch/WatchSession';
import type { Handler } from './Handler';

/** As Kubernetes: between half an hour and an hour unless the client says. */
const DEFAULT_TIMEOUT_SECONDS = 1800;

function revisionOf(exchange: Exchange): number {
  const text = exchange.query.get('resourceVersion') ?? '';
  if (text !== '' && !/^\d+$/.test(text)) {
    throw badRequest(
      `Invalid value: "${text}": strconv.ParseUint: invalid syntax`,
    );
  }
  return Number(text || 0);
}

function assertInitialEvents(exchange: Exchange): void {
  const { query } = exchange;
  const match = query.get('resourceVersionMatch');
  if (query.has('sendInitialEvents') && match !== 'NotOlderThan') {
    throw invalidOptions(
      'ListOptions',
      'resourceVersionMatch',
      'FieldValueForbidden',
      'Forbidden: sendInitialEvents requires setting resourceVersionMatch to NotOlderThan',
    );
  }
}

function present(
  { store }: ApiContext,
  target: RequestTarget,
  selection: Selection,
): KubernetesObject[] {
  return store
    .list(target.type, target.namespace)
    .filter(object => selection.matches(object));
}

/** Sends what the client has missed; false if that is too long ago. */
function catchUp(
  context: ApiContext,
  session: WatchSession,
  since: number,
): boolean {
  try {
    context.store.eventsAfter(since).forEach(event => session.deliver(event));
    return true;
  } catch (error) {
    if (!(error instanceof StatusError)) throw error;
    // Once a watch is accepted, Kubernetes says so within the stream.
    session.sendError(error);
    return false;
  }
}

/** GET with `watch`: the changes as they happen. */
export const handleWatch: Handler = (context, exchange, target) => {
  const { clock, store, watches } = context;
  const { response, query } = exchange;
  assertInitialEvents(exchange);
  const since = revisionOf(exchange);
  const { namespace, name } = target;
  const selection = Selection.parse(target.type, { namespace, name }, query);
  const wantsInitial = exchange.flag('sendInitialEvents');
  const session = WatchSession.open({
    response,
    clock,
    target: {
      type: target.type,
      selection,
      bookmarks: exchange.flag('allowWatchBookmarks'),
      metadataOnly: exchange.metadataOnly,
    },
    revision: () => store.revision,
  });
  watches.add(session);

  const seconds = Number(query.get('timeoutSeconds') ?? 0);
  const cancel = clock.after((seconds || DEFAULT_TIMEOUT_SECONDS) * 1000, () =>
    session.end(),
  );
  response.on('close', () => {
    cancel();
    watches.remove(session);
  });

  const legacyInitial = since === 0 && !query.has('sendInitialEvents');
  if (wantsInitial || legacyInitial) {
    session.sendInitial(present(context, target, selection));
  }
  if (wantsInitial) session.sendInitialEventsEnd();
  else if (since > 0 && !catchUp(context, session, since)) session.end();
};
