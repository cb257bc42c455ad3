import { isError, ServiceUnavailableError } from '@backstage/errors';
import { ErrorRequestHandler } from 'express';
import { ERROR_PAGE_POLICY, errorPage, openToSandbox } from '../sparkUi';
import { isNavigation } from './isNavigation';

const RETRY_SECONDS = '10';

const STATUS: Record<string, number> = {
  InputError: 400,
  AuthenticationError: 401,
  NotAllowedError: 403,
  NotFoundError: 404,
  ConflictError: 409,
  ServiceUnavailableError: 503,
};

/** Tells people what is wrong by a page, and all others by Backstage's error body. */
export const sparkUiErrors: ErrorRequestHandler = (
  error,
  request,
  response,
  next,
) => {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.set({ ...openToSandbox(), 'cache-control': 'no-store' });
  if (error instanceof ServiceUnavailableError) {
    response.set('Retry-After', RETRY_SECONDS);
  }
  const status = isError(error) ? statusOf(error) : undefined;
  if (!isNavigation(request) || status === undefined) {
    next(error);
    return;
  }
  response
    .set('content-security-policy', ERROR_PAGE_POLICY)
    .status(status)
    .type('html')
    .send(errorPage(error.message));
};

/** Undefined for what nobody has foreseen: Backstage logs it, and tells nothing of it. */
function statusOf(error: {
  name: string;
  statusCode?: unknown;
}): number | undefined {
  return typeof error.statusCode === 'number'
    ? error.statusCode
    : STATUS[error.name];
}
