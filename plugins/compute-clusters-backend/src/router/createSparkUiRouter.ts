import {
  DiscoveryService,
  HttpAuthService,
  HttpRouterService,
} from '@backstage/backend-plugin-api';
import { AuthenticationError } from '@backstage/errors';
import { computeClusterReadPermission } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { Request, RequestHandler, Response, Router } from 'express';
import { Clock } from '../clock';
import { callerRefOf } from '../connections';
import { ClusterCall, ClusterGate } from '../service';
import {
  openToSandbox,
  sendAnswer,
  SparkUi,
  SparkUiMethodError,
  SparkUiSignInError,
  SparkUiTicket,
  SparkUiTicketError,
  SparkUiTickets,
  UiAddress,
  uiAddressOf,
} from '../sparkUi';
import { clusterIdOf } from './callOf';
import { isNavigation } from './isNavigation';
import { requireActive } from './requireActive';
import { sparkUiErrors } from './sparkUiErrors';

const POLICY_PATH = '/clusters/:id/ui';

/** Not `/clusters/by-name/ui/…`: a Kubernetes cluster may be called so. */
const PATH = '/clusters/:id([0-9a-fA-F-]{36})/ui';

const NEEDS = {
  permission: computeClusterReadPermission,
  eventId: 'cluster-spark-ui-open',
} as const;

interface Options {
  gate: ClusterGate;
  ui: SparkUi;
  tickets: SparkUiTickets;
  httpAuth: HttpAuthService;
  discovery: DiscoveryService;
  clock: Clock;
}

/** Neither the access log nor the audit log is told what opens a Spark UI. */
const hideTicket: RequestHandler = (request, response, next) => {
  request.originalUrl = request.originalUrl.replace(/\/~[^/?#]*/, '/~');
  // what Backstage's middleware has set for pages of the portal
  response.removeHeader('Access-Control-Allow-Credentials');
  response.removeHeader('Cross-Origin-Opener-Policy');
  next();
};

/**
 * The Spark UI of a cluster's driver, below `/clusters/{id}/ui`. It is no part of the OpenAPI description, which knows no
 * paths of any depth; why it is as it is stands in docs/decisions/0015-spark-ui-in-a-sandbox.md.
 *
 * Whoever comes without a ticket is asked who they are, audited, and sent on to an address with one. A page that is
 * opened with a ticket is asked again, without audit; what it loads comes in by the ticket alone.
 */
export function createSparkUiRouter(
  options: Options & { httpRouter: Pick<HttpRouterService, 'addAuthPolicy'> },
): Router {
  // What a page loads carries no credentials: every request is checked below.
  options.httpRouter.addAuthPolicy({
    path: POLICY_PATH,
    allow: 'unauthenticated',
  });
  const router = Router();
  router.use(PATH, hideTicket, (request, response, next) => {
    answer(options, request, response).catch(next);
  });
  router.use(PATH, sparkUiErrors);
  // what else the policy lets through
  router.use(POLICY_PATH, (request, _response, next) => {
    const allow = ['user' as const, 'service' as const];
    options.httpAuth.credentials(request, { allow }).then(() => next(), next);
  });
  return router;
}

async function answer(
  options: Options,
  request: Request,
  response: Response,
): Promise<void> {
  const address = uiAddressOf(request.url);
  if (address.ticket !== undefined && request.method === 'OPTIONS') {
    response.set(preflight()).status(204).end();
    return;
  }
  const method = methodOf(request, response);
  const id = clusterIdOf(request);
  const root = await rootOf(options.discovery, id);
  if (await mayPass(options, request, { id, address })) {
    await show(options, request, response, { id, address, root, method });
  } else {
    await sendOn(options, request, response, { id, address, root });
  }
}

/**
 * Whether the ticket is enough; if not, whoever asks has to get one.
 *
 * @throws SparkUiTicketError for what a page loads: it could not use a new one
 */
async function mayPass(
  options: Options,
  request: Request,
  { id, address }: { id: string; address: UiAddress },
): Promise<boolean> {
  if (address.ticket === undefined) {
    return false;
  }
  const ticket = await options.tickets.find(address.ticket, id);
  if (isNavigation(request)) {
    return ticket ? await stillTheirs(options, request, ticket) : false;
  }
  if (!ticket) {
    throw new SparkUiTicketError();
  }
  return true;
}

async function show(
  { ui, clock }: Options,
  request: Request,
  response: Response,
  what: {
    id: string;
    address: UiAddress;
    root: string;
    method: 'GET' | 'HEAD';
  },
): Promise<void> {
  const { id: clusterId, root, method, address } = what;
  const controller = new AbortController();
  response.once('close', () => controller.abort());
  const shown = await ui.open(
    {
      ...address,
      clusterId,
      method,
      root,
      accept: request.headers.accept,
      base: `${root}/~${address.ticket}`,
    },
    controller,
  );
  await sendAnswer({ answer: shown, response, controller, clock });
}

/** Audited, once for each visit: the next pages have the ticket. */
async function sendOn(
  { gate, tickets, httpAuth }: Options,
  request: Request,
  response: Response,
  to: { root: string; address: UiAddress; id: string },
): Promise<void> {
  const { root, address, id } = to;
  const call = await callerOf(httpAuth, request, id);
  const ticket = await gate.use(call, NEEDS, async cluster => {
    requireActive(cluster);
    return await tickets.issue(id, callerRefOf(call.credentials));
  });
  response
    .set({ 'Cache-Control': 'no-store', ...openToSandbox() })
    .redirect(302, `${root}/~${ticket}${address.path}${address.search}`);
}

/** Whether whoever opens a page has got its ticket themselves, and may still use it. */
async function stillTheirs(
  { gate, httpAuth }: Options,
  request: Request,
  ticket: SparkUiTicket,
): Promise<boolean> {
  const call = await callerOf(httpAuth, request, ticket.clusterId);
  if (!ticket.fresh || callerRefOf(call.credentials) !== ticket.user) {
    return false;
  }
  requireActive(await gate.goOn(call, NEEDS.permission));
  return true;
}

async function callerOf(
  httpAuth: HttpAuthService,
  request: Request,
  id: string,
): Promise<ClusterCall> {
  try {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
      // browsers open pages with nothing but the portal's cookie
      allowLimitedAccess: true,
    });
    return { credentials, request, id };
  } catch (error) {
    throw error instanceof AuthenticationError
      ? new SparkUiSignInError()
      : error;
  }
}

/** As the browser knows it: Spark's links begin with it. */
async function rootOf(discovery: DiscoveryService, id: string) {
  const base = await discovery.getExternalBaseUrl('compute-clusters');
  return `${base}/clusters/${id}/ui`;
}

function methodOf(request: Request, response: Response): 'GET' | 'HEAD' {
  if (request.method === 'GET' || request.method === 'HEAD') {
    return request.method;
  }
  response.set('Allow', 'GET, HEAD');
  throw new SparkUiMethodError();
}

/** jQuery marks its requests with a header for which browsers ask first. */
function preflight(): Record<string, string> {
  return {
    ...openToSandbox(),
    'access-control-allow-methods': 'GET, HEAD',
    'access-control-allow-headers': 'x-requested-with',
    'access-control-max-age': '600',
  };
}
