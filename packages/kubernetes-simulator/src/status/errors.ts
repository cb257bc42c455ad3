import type { ResourceType } from '../resources/ResourceType';
import { qualifiedKind, qualifiedName } from '../resources/ResourceType';
import type { StatusCause, StatusDetails } from './StatusError';
import { StatusError } from './StatusError';

function detailsOf(type: ResourceType, name?: string): StatusDetails {
  return {
    ...(name ? { name } : {}),
    ...(type.group ? { group: type.group } : {}),
    kind: type.plural,
  };
}

/** 404: there is no such object. */
export function notFound(type: ResourceType, name: string): StatusError {
  return new StatusError(
    404,
    'NotFound',
    `${qualifiedName(type)} "${name}" not found`,
    detailsOf(type, name),
  );
}

/** 404: there is no such path. */
export function unknownPath(): StatusError {
  return new StatusError(
    404,
    'NotFound',
    'the server could not find the requested resource',
    {},
  );
}

/** 409: the name is taken. */
export function alreadyExists(type: ResourceType, name: string): StatusError {
  return new StatusError(
    409,
    'AlreadyExists',
    `${qualifiedName(type)} "${name}" already exists`,
    detailsOf(type, name),
  );
}

/** 409: somebody else was faster. */
export function modified(type: ResourceType, name: string): StatusError {
  return new StatusError(
    409,
    'Conflict',
    `Operation cannot be fulfilled on ${qualifiedName(
      type,
    )} "${name}": the object has been modified; please apply your changes to the latest version and try again`,
    detailsOf(type, name),
  );
}

/** 409: a precondition of a delete does not hold. */
export function preconditionFailed(
  type: ResourceType,
  name: string,
  what: 'UID' | 'ResourceVersion',
  wanted: string,
  present: string,
): StatusError {
  return new StatusError(
    409,
    'Conflict',
    `Operation cannot be fulfilled on ${
      type.kind
    } "${name}": the ${what} in the precondition (${wanted}) does not match the ${what} in record (${present}). The object might have been ${
      what === 'UID' ? 'deleted and then recreated' : 'modified'
    }`,
    { name, kind: type.kind },
  );
}

/** 400. */
export function badRequest(message: string): StatusError {
  return new StatusError(400, 'BadRequest', message);
}

/** 405. */
export function methodNotAllowed(): StatusError {
  return new StatusError(
    405,
    'MethodNotAllowed',
    'the server does not allow this method on the requested resource',
    {},
  );
}

/** 401. */
export function unauthorized(): StatusError {
  return new StatusError(401, 'Unauthorized', 'Unauthorized');
}

/** 403 by admission, on one object. */
export function forbidden(
  type: ResourceType,
  name: string,
  message: string,
  causes?: StatusCause[],
): StatusError {
  return new StatusError(
    403,
    'Forbidden',
    `${qualifiedName(type)} "${name}" is forbidden: ${message}`,
    { ...detailsOf(type, name), ...(causes ? { causes } : {}) },
  );
}

/** 403 by authorization. */
export function accessDenied(request: {
  user: string;
  verb: string;
  type: ResourceType;
  resource: string;
  namespace?: string;
  name?: string;
}): StatusError {
  const { type, namespace, name } = request;
  const scope = namespace
    ? `in the namespace "${namespace}"`
    : 'at the cluster scope';
  return new StatusError(
    403,
    'Forbidden',
    `${qualifiedName(type)}${name ? ` "${name}"` : ''} is forbidden: User "${
      request.user
    }" cannot ${request.verb} resource "${request.resource}" in API group "${
      type.group
    }" ${scope}`,
    detailsOf(type, name),
  );
}

/** 422: fields that cannot be accepted. */
export function invalid(
  type: ResourceType,
  name: string,
  causes: Array<StatusCause & { field: string }>,
): StatusError {
  const lines = causes.map(cause => `${cause.field}: ${cause.message}`);
  const text = lines.length === 1 ? lines[0] : `[${lines.join(', ')}]`;
  return new StatusError(
    422,
    'Invalid',
    `${qualifiedKind(type)} "${name}" is invalid: ${text}`,
    {
      ...(name ? { name } : {}),
      ...(type.group ? { group: type.group } : {}),
      kind: type.kind,
      causes: causes.map(({ reason, message, field }) => ({
        reason,
        message,
        field,
      })),
    },
  );
}

/** 422: options of the request itself that cannot be accepted. */
export function invalidOptions(
  kind: string,
  field: string,
  reason: string,
  message: string,
): StatusError {
  return new StatusError(
    422,
    'Invalid',
    `${kind}.meta.k8s.io "" is invalid: ${field}: ${message}`,
    {
      group: 'meta.k8s.io',
      kind,
      causes: [{ reason, message, field }],
    },
  );
}

/** 410: a list's `continue` or a watch's resource version is too old. */
export function expired(message: string): StatusError {
  return new StatusError(410, 'Expired', message);
}
