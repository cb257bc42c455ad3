import {
  ConflictError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';

/** The cluster has no such pod, and keeps no log of one: 404. */
export class PodNotFoundError extends NotFoundError {
  readonly code = 'pod-not-found';
}

/** The container has not been restarted, as those of compute clusters never are: 404. */
export class NoPreviousLogError extends NotFoundError {
  readonly code = 'no-previous-log';
}

/** The pod has not begun to write: 409. Asking again later helps. */
export class NoLogYetError extends ConflictError {
  readonly code = 'no-log-yet';
}

/** Kubernetes does not give the log: 503. Asking again later may help. */
export class LogUnavailableError extends ServiceUnavailableError {
  readonly code = 'log-unavailable';
}
