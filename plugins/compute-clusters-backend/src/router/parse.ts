import {
  Problem,
  problemsOfZodError,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { z } from 'zod';
import { InvalidClusterError, MalformedRequestError } from '../service';

/** What zod says of a value that is not of the type at all. */
const MALFORMED = new Set(['invalid_type', 'unrecognized_keys']);

/**
 * Reads a request's body.
 *
 * @throws MalformedRequestError if it has the wrong shape, InvalidClusterError if only its values are wrong
 */
export function parseBody<T>(schema: z.ZodType<T>, body: unknown): T {
  const result = schema.safeParse(body);
  if (result.success) {
    return result.data;
  }
  const problems = problemsOfZodError(result.error);
  throw result.error.issues.some(({ code }) => MALFORMED.has(code))
    ? new MalformedRequestError(problems)
    : new InvalidClusterError(problems);
}

/**
 * Reads a request's parameters.
 *
 * @throws MalformedRequestError
 */
export function parseParameters<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (!result.success) {
    throw new MalformedRequestError(
      problemsOfZodError(result.error).map(withName),
    );
  }
  return result.data;
}

/** Messages of plain schemas do not name their field. */
function withName(problem: Problem): Problem {
  return { ...problem, message: `${problem.path}: ${problem.message}` };
}
