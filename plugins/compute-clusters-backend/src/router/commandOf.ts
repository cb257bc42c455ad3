import { HttpAuthService } from '@backstage/backend-plugin-api';
import { ClusterCommand, HttpRequest } from '../service';
import { clusterCallOf } from './callOf';
import { parseParameters } from './parse';
import { changeHeadersSchema } from './queries';

/** Who wants what to be done with which cluster, by a request. */
export async function commandOf(
  httpAuth: HttpAuthService,
  request: HttpRequest,
): Promise<ClusterCommand> {
  return {
    ...(await clusterCallOf(httpAuth, request)),
    ...changeHeadersOf(request),
  };
}

/** What the headers of a request say of a change. */
export function changeHeadersOf(
  request: HttpRequest,
): Pick<ClusterCommand, 'ifMatch' | 'idempotencyKey'> {
  const headers = parseParameters(changeHeadersSchema, request.headers);
  return {
    ifMatch: headers['if-match'],
    idempotencyKey: headers['idempotency-key'],
  };
}
