import { isPod } from '../../objects/Pod';
import { StatusError, badRequest } from '../../status';
import { proxied, rewriteLinks } from '../rewriteLinks';
import type { Handler } from './Handler';

const DEFAULT_PORT = 80;

/** Any request to a pod's own server, through the API server. */
export const handleProxy: Handler = (context, exchange, target) => {
  // A pod is named as POD, POD:PORT or SCHEME:POD:PORT.
  const parts = (target.name ?? '').split(':');
  const [podName, port] = parts.length === 3 ? parts.slice(1) : parts;
  const pod = context.registry.read(target.type, target.namespace, podName);
  if (!isPod(pod)) return;
  if (!pod.status.podIP) throw badRequest('address not allowed');
  const { pathname } = exchange.url;
  const [proxyPath] = pathname.split(/(?<=\/proxy)(?=\/|$)/);
  const answer = context.proxy.answer(pod, {
    method: exchange.method,
    port: Number(port || DEFAULT_PORT),
    path: pathname.slice(proxyPath.length) || '/',
    query: exchange.query,
    headers: exchange.request.headers,
  });
  if (!answer) {
    throw new StatusError(
      503,
      'ServiceUnavailable',
      `error trying to reach service: dial tcp ${pod.status.podIP}:${port}: connect: connection refused`,
    );
  }
  const { code, contentType, location } = answer;
  if (location !== undefined) {
    exchange.response.setHeader('Location', proxied(location, proxyPath));
  }
  const body = contentType.startsWith('text/html')
    ? rewriteLinks(answer.body, proxyPath)
    : answer.body;
  exchange.sendText(code, body, contentType);
};
