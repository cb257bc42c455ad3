import { childOf } from '../../objects/json';
import type { ApiContext } from '../ApiContext';
import type { Exchange } from '../Exchange';

const PATH = '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews';

/** Answers `kubectl auth can-i`; false if the request is about something else. */
export async function handleAccessReview(
  { faults }: ApiContext,
  exchange: Exchange,
): Promise<boolean> {
  if (exchange.url.pathname !== PATH || exchange.method !== 'POST')
    return false;
  const body = await exchange.readObject();
  const spec = childOf(body, 'spec');
  const wanted = childOf(spec, 'resourceAttributes');
  const resource = [wanted.resource, wanted.subresource]
    .filter(Boolean)
    .join('/');
  const allowed = faults.allows({
    verb: String(wanted.verb ?? ''),
    resource,
    namespace: wanted.namespace ? String(wanted.namespace) : undefined,
  });
  exchange.sendJson(201, {
    kind: 'SelfSubjectAccessReview',
    apiVersion: 'authorization.k8s.io/v1',
    metadata: {},
    spec,
    status: { allowed, ...(allowed ? {} : { reason: 'forbidden' }) },
  });
  return true;
}
