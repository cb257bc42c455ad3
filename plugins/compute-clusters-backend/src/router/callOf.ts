import { HttpAuthService } from '@backstage/backend-plugin-api';
import { z } from 'zod';
import {
  Call,
  ClusterCall,
  ClusterNotFoundError,
  HttpRequest,
} from '../service';

/** Who calls, by a request. */
export async function callOf(
  httpAuth: HttpAuthService,
  request: HttpRequest,
): Promise<Call> {
  return { credentials: await httpAuth.credentials(request), request };
}

/** Who calls about which cluster, by a request. */
export async function clusterCallOf(
  httpAuth: HttpAuthService,
  request: HttpRequest,
): Promise<ClusterCall> {
  return { ...(await callOf(httpAuth, request)), id: clusterIdOf(request) };
}

/** A text that is no UUID names no cluster. */
export function clusterIdOf({ params }: Pick<HttpRequest, 'params'>): string {
  const id = z.guid().safeParse(params.id);
  if (!id.success) {
    throw new ClusterNotFoundError();
  }
  return id.data.toLocaleLowerCase('en-US');
}
