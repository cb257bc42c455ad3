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

/** Kubernetes' own error object. */
interface Status {
  reason?: string;
  message?: string;
}

/** Turns a refusal of the API server, whose body is text, into an error. */
export function toKubernetesError(
  status: number,
  body: string,
): KubernetesError {
  const { reason, message } = parseStatus(body);
  return new KubernetesError(
    codeOf(status, reason, message),
    message ?? `Kubernetes answered ${status}: ${body.slice(0, 200)}`,
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
  reason?: string,
  message?: string,
): KubernetesErrorCode {
  if (status === 409 && reason === 'AlreadyExists') {
    return 'AlreadyExists';
  }
  // a quota's refusal has no reason of its own
  if (status === 403 && message?.includes('exceeded quota')) {
    return 'QuotaExceeded';
  }
  return CODES[status] ?? 'Unreachable';
}

function parseStatus(body: string): Status {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? statusOf(value) : {};
  } catch {
    // a proxy's answer, or none
    return {};
  }
}

function statusOf(value: object): Status {
  const text = (name: string) => {
    const field: unknown = Reflect.get(value, name);
    return typeof field === 'string' && field !== '' ? field : undefined;
  };
  return { reason: text('reason'), message: text('message') };
}
