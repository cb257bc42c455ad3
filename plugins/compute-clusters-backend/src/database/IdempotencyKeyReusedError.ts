import { ConflictError } from '@backstage/errors';

/** An idempotency key stands for another request, or for a cluster that is no more. */
export class IdempotencyKeyReusedError extends ConflictError {
  readonly code = 'idempotency-key-reused';
}
