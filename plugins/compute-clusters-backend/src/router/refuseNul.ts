import { RequestHandler } from 'express';
import { MalformedRequestError } from '../service';

/** More than any request nests; without a limit, the search itself could run out of stack. */
const MAX_DEPTH = 32;

/** PostgreSQL takes no text with the character NUL; nobody means it. */
export const refuseNul: RequestHandler = (request, _response, next) => {
  const path = pathOfNul(request.body, '', MAX_DEPTH);
  next(
    path === undefined
      ? undefined
      : new MalformedRequestError([
          {
            path,
            code: 'malformed',
            message:
              'The character NUL is not allowed, nor is nesting that deep.',
          },
        ]),
  );
};

function pathOfNul(
  value: unknown,
  path: string,
  depth: number,
): string | undefined {
  if (typeof value === 'string') {
    return value.includes('\0') ? path : undefined;
  }
  if (typeof value !== 'object' || value === null) {
    return undefined;
  }
  if (depth === 0) {
    return path;
  }
  for (const [key, member] of Object.entries(value)) {
    const memberPath = path ? `${path}.${key}` : key;
    const found = key.includes('\0')
      ? path
      : pathOfNul(member, memberPath, depth - 1);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}
