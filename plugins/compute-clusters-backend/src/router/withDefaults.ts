import { z } from 'zod';

/** What the platform team wants where a request says nothing. */
export interface RequestDefaults {
  idleTimeoutMinutes: number;
}

/** As much of a request as says whether the default is wanted. */
const multiNodeSchema = z.looseObject({
  spec: z.looseObject({
    deploymentType: z.literal('multi-node').optional(),
    autoScaling: z
      .looseObject({ idleTimeoutMinutes: z.undefined().optional() })
      .nullish(),
  }),
});

/** The body of a create or configure request with the configured defaults; any other body as it is. */
export function withDefaults(
  body: unknown,
  { idleTimeoutMinutes }: RequestDefaults,
): unknown {
  const request = multiNodeSchema.safeParse(body);
  if (!request.success) {
    return body;
  }
  const { spec } = request.data;
  const autoScaling = { ...spec.autoScaling, idleTimeoutMinutes };
  return { ...request.data, spec: { ...spec, autoScaling } };
}
