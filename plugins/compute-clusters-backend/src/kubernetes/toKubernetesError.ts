import { z } from 'zod';
import { KubernetesError, KubernetesErrorCode } from './KubernetesError';

const CODES: Record<number, KubernetesErrorCode> = {
  400: 'Invalid',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'NotFound',
  405: 'Invalid',
  409: 'Conflict',
  410: 'Gone',
  413: 'Invalid',
  415: 'Invalid',
  422: 'Invalid',
  429: 'TooManyRequests',
};

/** Of Kubernetes' own error object, what we look at. */
const STATUS = z.object({
  reason: z.string().optional().catch(undefined),
  message: z.string().optional().catch(undefined),
  details: z
    .object({ causes: z.array(z.object({ reason: z.string().optional() })) })
    .optional()
    .catch(undefined),
});

/** Turns a refusal of the API server, whose body is text, into an error. */
export function toKubernetesError(
  status: number,
  body: string,
): KubernetesError {
  const answer = parseStatus(body);
  return new KubernetesError(
    codeOf(status, answer),
    answer.message || `Kubernetes answered ${status}: ${body.slice(0, 200)}`,
    status,
  );
}

/** Turns a request that got no answer into an error. */
export function unreachable(cause: unknown): KubernetesError {
  const message = cause instanceof Error ? cause.message : String(cause);
  return new KubernetesError(
    'Unreachable',
    `Kubernetes does not answer: ${message}`,
    undefined,
    cause,
  );
}

function codeOf(
  status: number,
  { reason, message, details }: z.infer<typeof STATUS>,
): KubernetesErrorCode {
  if (status === 409 && reason === 'AlreadyExists') {
    return 'AlreadyExists';
  }
  // a quota's refusal has no reason of its own
  if (status === 403 && message?.includes('exceeded quota')) {
    return 'QuotaExceeded';
  }
  const isTerminating = details?.causes.some(
    cause => cause.reason === 'NamespaceTerminating',
  );
  if (status === 403 && isTerminating) {
    return 'NamespaceTerminating';
  }
  return CODES[status] ?? 'Unreachable';
}

function parseStatus(body: string): z.infer<typeof STATUS> {
  try {
    return STATUS.safeParse(JSON.parse(body)).data ?? {};
  } catch {
    // a proxy's answer, or none
    return {};
  }
}
