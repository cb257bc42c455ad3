import { ServiceUnavailableError } from '@backstage/errors';
import { ErrorRequestHandler } from 'express';

/** Kubernetes is back within seconds, or in a long time. */
const RETRY_SECONDS = '10';

/** Says on answers that Kubernetes is silent when to ask again. */
export const tellWhenToRetry: ErrorRequestHandler = (
  error,
  _request,
  response,
  next,
) => {
  if (error instanceof ServiceUnavailableError && !response.headersSent) {
    response.set('Retry-After', RETRY_SECONDS);
  }
  next(error);
};
