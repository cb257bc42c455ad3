import { z } from 'zod';
import { Problem } from '../schema/openapi';
import { type ProblemParams } from './problem';

/**
 * A problem, and what its sentence names.
 *
 * @public
 */
export interface DetailedProblem extends Problem {
  params: ProblemParams;
}

/**
 * Tells what is wrong with a request, field by field.
 *
 * @public
 */
export function problemsOfZodError(error: z.ZodError): Problem[] {
  return detailedProblemsOf(error).map(({ path, code, message }) => ({
    path,
    code,
    message,
  }));
}

/**
 * As {@link problemsOfZodError}, for a page that says it in another language.
 *
 * @public
 */
export function detailedProblemsOf(error: z.ZodError): DetailedProblem[] {
  return error.issues.flatMap(problemsOfIssue);
}

function problemsOfIssue(issue: z.core.$ZodIssue): DetailedProblem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(key => ({
      path: formatPath([...issue.path, key]),
      code: 'unknown-field',
      message: `There is no field ${key}.`,
      params: {},
    }));
  }
  const path = formatPath(issue.path);
  return [{ path, message: issue.message, ...detailsOf(issue) }];
}

function detailsOf(issue: z.core.$ZodIssue) {
  const details = issue.code === 'custom' && issue.params;
  if (!details) return { code: 'invalid', params: {} };
  const { code, min, max, reason } = details;
  return { code: String(code), params: { min, max, reason } };
}

/** As in JavaScript: `spec.environment[0].name`. */
function formatPath(path: PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') {
      return `${text}[${key}]`;
    }
    return text ? `${text}.${String(key)}` : String(key);
  }, '');
}
