import { z } from 'zod';
import { problem } from './problem';

/** A whole number between two bounds. */
export function numberField(label: string, min: number, max: number) {
  return z
    .number({ error: `${label} must be a number.` })
    .superRefine((value, context) => {
      if (!Number.isInteger(value)) {
        context.addIssue(
          problem('invalid', `${label} must be a whole number.`),
        );
      } else if (value < min) {
        context.addIssue(
          problem('too-small', `${label} must be at least ${min}.`, { min }),
        );
      } else if (value > max) {
        context.addIssue(
          problem('too-large', `${label} must be at most ${max}.`, { max }),
        );
      }
    });
}

/** A switch. */
export function switchField(label: string) {
  return z.boolean({ error: `${label} must be true or false.` });
}
