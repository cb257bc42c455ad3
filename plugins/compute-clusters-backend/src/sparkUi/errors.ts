import {
  AuthenticationError,
  ConflictError,
  CustomErrorBase,
  InputError,
  NotAllowedError,
  ServiceUnavailableError,
} from '@backstage/errors';

/** Nobody is signed in, as far as the request tells: 401. */
export class SparkUiSignInError extends AuthenticationError {
  readonly code = 'sign-in';

  constructor() {
    super(
      'Sign in to the portal, and open the Spark UI from the page of the compute cluster',
    );
  }
}

/** What a page loads after its ticket has expired: 401. */
export class SparkUiTicketError extends AuthenticationError {
  readonly code = 'ticket-expired';

  constructor() {
    super('This page of the Spark UI is too old: reload it');
  }
}

/** An address that Spark's UI does not have, and that might lead elsewhere: 400. */
export class SparkUiAddressError extends InputError {
  readonly code = 'malformed';

  constructor() {
    super('This is no address of the Spark UI');
  }
}

/** The UI is there to look at: 403. */
export class SparkUiForbiddenError extends NotAllowedError {
  readonly code = 'forbidden';

  constructor() {
    super('The Spark UI is there to look at: nothing can be ended from it');
  }
}

/** Any method but GET and HEAD: 405. */
export class SparkUiMethodError extends CustomErrorBase {
  name = 'SparkUiMethodError' as const;
  readonly statusCode = 405;
  readonly code = 'method-not-allowed';

  constructor() {
    super('The Spark UI is there to look at: it takes GET and HEAD only');
  }
}

/** There is no driver that has a UI: 409. */
export class SparkUiClosedError extends ConflictError {
  readonly code = 'spark-ui-closed';
}

/** Kubernetes or the driver does not answer: 503. Asking again later may help. */
export class SparkUiUnavailableError extends ServiceUnavailableError {
  readonly code = 'spark-ui-unavailable';
}
