import { z } from 'zod';
import { Problem } from '../schema/openapi';

const refusalSchema = z.object({
  body: z.object({
    error: z.object({
      details: z.array(
        z.object({ path: z.string(), code: z.string(), message: z.string() }),
      ),
    }),
  }),
});

/**
 * What is wrong with a request, field by field, as the backend said in a `ResponseError`. Empty for every other error.
 *
 * @public
 */
export function problemsOf(error: unknown): Problem[] {
  const refusal = refusalSchema.safeParse(error);
  return refusal.success ? refusal.data.body.error.details : [];
}
