import { SparkUiAddressError, SparkUiForbiddenError } from './errors';

/** Where in a Spark UI a request leads. */
export interface UiAddress {
  /** Without its tilde; undefined if the address names none. */
  ticket?: string;
  /** Of Spark's page, encoded as it came, with a leading slash. */
  path: string;
  /** With its question mark, or empty. */
  search: string;
}

const TICKET = /^\/~([^/]*)(\/.*)?$/;

/** Nothing of Spark's has it in a path: encoded dots, slashes and percent signs, parameters of a segment. */
const SUSPICIOUS =
  /[^\x21-\x7e]|[\\;]|%(?:2e|2f|5c|25|3b|[01][0-9a-f]|7f)|%(?![0-9a-f]{2})/i;

/**
 * Reads the part of an address behind `…/ui`, as it came.
 *
 * @throws SparkUiAddressError if it might lead out of the Spark UI
 * @throws SparkUiForbiddenError if it would change something
 */
export function uiAddressOf(url: string): UiAddress {
  const mark = url.indexOf('?');
  const whole = mark < 0 ? url : url.slice(0, mark);
  const search = mark < 0 ? '' : url.slice(mark);
  const [, ticket, rest] = TICKET.exec(whole) ?? [undefined, undefined, whole];
  const path = rest ?? '/';
  const segments = path.slice(1).split('/');
  if (!isPlain(path, segments) || /[^\x21-\x7e]|#/.test(search)) {
    throw new SparkUiAddressError();
  }
  // never Spark's answer to a portal's user, whatever the cluster's properties say
  if (segments.some(segment => segment.toLocaleLowerCase('en-US') === 'kill')) {
    throw new SparkUiForbiddenError();
  }
  return { ticket, path, search };
}

function isPlain(path: string, segments: string[]): boolean {
  return (
    path.startsWith('/') &&
    !SUSPICIOUS.test(path) &&
    segments.every(
      (segment, index) =>
        segment !== '.' &&
        segment !== '..' &&
        (segment !== '' || index === segments.length - 1),
    )
  );
}
