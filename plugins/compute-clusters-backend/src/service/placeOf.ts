import { z } from 'zod';

const placeSchema = z.object({
  kubernetesCluster: z.string().optional(),
  namespace: z.string(),
});

/** Where a request that may be wrong in all else wants its cluster. */
export function placeOf(
  body: unknown,
): { kubernetesCluster?: string; namespace: string } | undefined {
  return placeSchema.safeParse(body).data;
}
