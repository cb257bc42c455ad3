import { IncomingHttpHeaders } from 'node:http';
import { contentSecurityPolicy } from './contentSecurityPolicy';
import { rewriteLocation } from './rewriteLocation';

/** Where an answer comes from, and where it goes. */
export interface UiPlace {
  /** The proxy's path at the API server. */
  proxy: string;
  /** Address of the cluster's UI in the portal, without a ticket. */
  root: string;
  /** The same with the ticket: links begin with it. */
  base: string;
  /** Of Spark's page. */
  path: string;
}

/** What is taken over as it is: all else is Spark's own business, or might be about the portal's origin. */
const KEPT = ['content-disposition', 'content-encoding', 'content-length'];

/** Scripts and styles of one driver stay as they are: they are asked for once an hour, with the ticket. */
const CACHEABLE = 'private, max-age=3600';

/**
 * The headers of an answer of Spark, as the browser gets them. No cookie, no header of another origin's policy: only the
 * content's own, and Spark's content security policy in addition to ours.
 */
export function answerHeaders(
  status: number,
  headers: IncomingHttpHeaders,
  place: UiPlace,
): Record<string, string | string[]> {
  const { location } = headers;
  const own = headers['content-security-policy'];
  const policy = contentSecurityPolicy(place.root);
  return {
    ...kept(headers),
    'content-type': headers['content-type'] ?? 'application/octet-stream',
    'cache-control':
      status === 200 && place.path.startsWith('/static/')
        ? CACHEABLE
        : 'no-store, no-transform',
    'content-security-policy': own ? [policy, own].flat() : policy,
    ...(location !== undefined && {
      location: rewriteLocation(location, place),
    }),
    ...openToSandbox(),
  };
}

/**
 * A page in a sandbox is of no origin: what it loads by script, its modules too, is cross-origin, and without cookies.
 * The ticket in the address is what lets it in.
 */
export function openToSandbox(): Record<string, string> {
  return {
    'access-control-allow-origin': 'null',
    'cross-origin-resource-policy': 'cross-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  };
}

function kept(headers: IncomingHttpHeaders): Record<string, string> {
  const entries = KEPT.map(name => [name, headers[name]]);
  return Object.fromEntries(
    entries.filter(([, value]) => typeof value === 'string'),
  );
}
