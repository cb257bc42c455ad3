import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** What templates write after `ui:field`. */
export const FIELD_NAMES = {
  namespace: 'ComputeClusterNamespace',
  nodeType: 'ComputeClusterNodeType',
} as const;

/** Value and options of the choice of a namespace. */
export const namespaceSchema = makeFieldSchema({
  output: z => z.string().describe("The namespace's name"),
  uiOptions: z =>
    z.object({
      kubernetesCluster: z
        .string()
        .optional()
        .describe('Offers only the namespaces of this Kubernetes cluster'),
    }),
});

/** Value and options of the choice of a node type. */
export const nodeTypeSchema = makeFieldSchema({
  output: z => z.string().describe("The node type's name"),
  uiOptions: z =>
    z.object({
      for: z
        .enum(['driver', 'executor'])
        .optional()
        .describe('Offers only the node types that it can run on'),
    }),
});
