import { z } from 'zod';
import { problem } from './problem';

/** A list of bounded length. */
export function listField<T extends z.ZodType>(
  label: string,
  item: T,
  maxLength: number,
) {
  return z
    .array(item, { error: `${label} must be a list.` })
    .superRefine((items, context) => {
      if (items.length > maxLength) {
        context.addIssue(
          problem(
            'too-many',
            `${label} may have at most ${maxLength} entries.`,
            { max: maxLength },
          ),
        );
      }
    });
}
