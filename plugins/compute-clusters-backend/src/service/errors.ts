import {
  ConflictError,
  CustomErrorBase,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  ComputeCluster,
  Problem,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';

/** A request that cannot be understood: 400. */
export class MalformedRequestError extends InputError {
  readonly code = 'malformed';

  constructor(readonly details: Problem[]) {
    super(sentenceOf(details));
  }
}

/** A request that is understood, and wrong: 422. */
export class InvalidClusterError extends CustomErrorBase {
  name = 'InvalidClusterError' as const;
  readonly statusCode = 422;
  readonly code = 'invalid';

  constructor(readonly details: Problem[]) {
    super(sentenceOf(details));
  }
}

/** The name belongs to another cluster: 409. */
export class NameTakenError extends ConflictError {
  readonly code = 'name-taken';
  readonly details: Problem[];

  constructor(message: string) {
    super(message);
    this.details = [{ path: 'name', code: 'taken', message }];
  }
}

/** The cluster's state does not allow the command: 409. */
export class WrongStateError extends ConflictError {
  readonly code = 'wrong-state';

  constructor(message: string, readonly cluster: ComputeCluster) {
    super(message);
  }
}

/** The cluster was changed since the caller read it: 412. */
export class PreconditionFailedError extends CustomErrorBase {
  name = 'PreconditionFailedError' as const;
  readonly statusCode = 412;
  readonly code = 'stale';

  constructor(message: string, readonly cluster: ComputeCluster) {
    super(message);
  }
}

/** The caller may not do this: 403. */
export class ForbiddenError extends NotAllowedError {
  readonly code = 'forbidden';

  constructor(message: string, readonly details: Problem[] = []) {
    super(message);
  }
}

/** There is none, as far as the caller may know: 404. */
export class ClusterNotFoundError extends NotFoundError {
  readonly code = 'not-found';

  constructor() {
    super('There is no such compute cluster');
  }
}

/** There is one that the caller may not see: 404 that looks like any other, but is audited. */
export class ClusterHiddenError extends ClusterNotFoundError {}

function sentenceOf(details: Problem[]): string {
  return details.map(({ message }) => message).join(' ');
}
