import { CustomErrorBase } from '@backstage/errors';

/** What went wrong, in classes that the reconciler tells apart. */
export type KubernetesErrorCode =
  | 'Unreachable' // no answer, 5xx, or a time-out: try again
  | 'TooManyRequests'
  | 'Unauthorized'
  | 'Forbidden' // RBAC or an admission webhook
  | 'QuotaExceeded' // 403 by ResourceQuota
  | 'NamespaceTerminating' // 403 while the namespace is being deleted
  | 'NotFound'
  | 'AlreadyExists'
  | 'Conflict'
  | 'Gone' // 410: the resource version is too old
  | 'Invalid'; // 400 or 422

/** An API server's refusal, or its silence. */
export class KubernetesError extends CustomErrorBase {
  name = 'KubernetesError' as const;

  constructor(
    readonly code: KubernetesErrorCode,
    message: string,
    /** HTTP status, if there was an answer. */
    readonly status?: number,
    cause?: unknown,
  ) {
    super(message, cause);
  }
}
