import { z } from 'zod';
import { spec } from '../schema/openapi/generated/router';

const methodSchema = z.enum(['get', 'post', 'put', 'delete']);
const operationSchema = z.object({ operationId: z.string() });

/** One operation of the API. */
export interface Operation {
  operationId: string;
  method: z.infer<typeof methodSchema>;
  path: string;
}

/** All operations, as the API's description tells them. */
export const operations: Operation[] = Object.entries(spec.paths).flatMap(
  ([path, methods]) =>
    Object.entries(methods).flatMap(([name, operation]) => {
      const method = methodSchema.safeParse(name).data;
      return method
        ? [{ ...operationSchema.parse(operation), method, path }]
        : [];
    }),
);

/** A specification as users send it. */
export const SPEC = {
  driver: { nodeType: 'driver-small' },
  executor: { nodeType: 'executor-small', min: 0, max: 4 },
};

/** A well-formed body of each operation that needs one. */
export const BODIES: Record<string, object> = {
  createCluster: { namespace: 'data-eng', name: 'other', spec: SPEC },
  validateCluster: { namespace: 'data-eng', name: 'other', spec: SPEC },
  configureCluster: { description: '', spec: SPEC },
};
