import { ResponseError } from '@backstage/errors';

/** What an error tells a person: the backend's own words where it answered. */
export function messageOf(error: Error): string {
  return error instanceof ResponseError
    ? error.body.error.message
    : error.message;
}
