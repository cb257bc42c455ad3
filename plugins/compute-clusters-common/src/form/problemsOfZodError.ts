import { z } from 'zod';
import { Problem } from '../schema/openapi';

/**
 * Tells what is wrong with a request, field by field.
 *
 * @public
 */
export function problemsOfZodError(error: z.ZodError): Problem[] {
  return error.issues.flatMap(problemsOfIssue);
}

function problemsOfIssue(issue: z.core.$ZodIssue): Problem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(key => ({
      path: formatPath([...issue.path, key]),
      code: 'unknown-field',
      message: `There is no field ${key}.`,
    }));
  }
  return [
    {
      path: formatPath(issue.path),
      code: codeOf(issue),
      message: issue.message,
    },
  ];
}

function codeOf(issue: z.core.$ZodIssue): string {
  const code = issue.code === 'custom' && issue.params?.code;
  return typeof code === 'string' ? code : 'invalid';
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
