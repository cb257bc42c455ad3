import { RequestHandler } from 'express';
import { MalformedRequestError } from '../service';

/** PostgreSQL takes no text with the character NUL; nobody means it. */
export const refuseNul: RequestHandler = (request, _response, next) => {
  const path = pathOfNul(request.body, '');
  next(
    path === undefined
      ? undefined
      : new MalformedRequestError([
          {
            path,
            code: 'malformed',
            message: 'The character NUL is not allowed.',
          },
        ]),
  );
};

function pathOfNul(value: unknown, path: string): string | undefined {
  if (typeof value === 'string') {
    return value.includes('\0') ? path : undefined;
  }
  if (typeof value !== 'object' || value === null) {
    return undefined;
  }
  for (const [key, member] of Object.entries(value)) {
    const memberPath = path ? `${path}.${key}` : key;
    const found = key.includes('\0') ? path : pathOfNul(member, memberPath);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}
