import { LoggerService } from '@backstage/backend-plugin-api';
import { ErrorRequestHandler } from 'express';

const EXPECTED = new Set([
  'InputError',
  'AuthenticationError',
  'NotAllowedError',
  'NotFoundError',
  'ConflictError',
  'ServiceUnavailableError',
]);

/** Logs faults that are ours under the request's name, by which somebody may ask for them. */
export function logFailures(logger: LoggerService): ErrorRequestHandler {
  return (error, request, _response, next) => {
    if (!isTheirs(error)) {
      const requestId = request.get('X-Request-Id') ?? '';
      logger
        .child({ requestId })
        .error(`${request.method} ${request.path} failed`, error);
    }
    next(error);
  };
}

/** What callers did wrong, and an outage of Kubernetes, has a name or a status of its own. */
function isTheirs(error: unknown): boolean {
  if (!(error instanceof Error)) {
    return false;
  }
  const status: unknown = Reflect.get(error, 'statusCode');
  return (
    EXPECTED.has(error.name) || (typeof status === 'number' && status < 500)
  );
}
