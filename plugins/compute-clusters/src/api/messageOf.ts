import { ResponseError } from '@backstage/errors';

/**
 * What an error tells a person: the backend's own words where it answered, and the name of the request, by which the
 * platform team finds it in the audit log.
 */
export function messageOf(error: Error): string {
  if (!(error instanceof ResponseError)) {
    return error.message;
  }
  const { message } = error.body.error;
  const name = error.response.headers.get('X-Request-Id');
  return name ? `${message} (request ${name})` : message;
}
