import type { Exchange } from './Exchange';
import type { RequestTarget } from './RequestTarget';

/** Kubernetes' word for what a request does. */
export function verbOf(exchange: Exchange, target: RequestTarget): string {
  switch (exchange.method) {
    case 'GET':
    case 'HEAD':
      if (exchange.flag('watch')) return 'watch';
      return target.name ? 'get' : 'list';
    case 'POST':
      return 'create';
    case 'PUT':
      return 'update';
    case 'PATCH':
      return 'patch';
    case 'DELETE':
      return target.name ? 'delete' : 'deletecollection';
    default:
      return exchange.method.toLowerCase();
  }
}
