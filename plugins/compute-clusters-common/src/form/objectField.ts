import { z } from 'zod';

/** An object without further fields, so that a misspelt field is told instead of ignored. */
export function objectField<T extends z.ZodRawShape>(label: string, shape: T) {
  return z.strictObject(shape, {
    error: ({ code }) =>
      code === 'invalid_type' ? `${label} must be an object.` : undefined,
  });
}
