import { z } from 'zod';

/** A text that may be looked for in the database: PostgreSQL takes none with the character NUL. */
export function textWithoutNul(maxLength: number) {
  return z
    .string()
    .max(maxLength)
    .refine(value => !value.includes('\0'), 'must not contain NUL');
}
