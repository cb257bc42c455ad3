import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  computeClusterCreatePermission,
  createClusterRequestSchema,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import type { z as zod } from 'zod/v3';
import { parseBody } from '../router/parse';
import { RequestDefaults, withDefaults } from '../router/withDefaults';
import { ComputeClusterService } from '../service/ComputeClusterService';

const EXAMPLE = {
  title: 'Create a cluster that scales from none to four executors',
  input: {
    namespace: 'data-eng',
    name: 'etl',
    spec: {
      driver: { nodeType: 'driver-small' },
      executor: { nodeType: 'executor-small', min: 0, max: 4 },
    },
  },
};

/**
 * The action `compute-clusters:create`. It acts with the caller's credentials: who may not create a cluster on the page
 * may not do it here.
 */
export function createCreateClusterAction(options: {
  actionsRegistry: ActionsRegistryService;
  service: ComputeClusterService;
  defaults: RequestDefaults;
}): void {
  const { actionsRegistry, service, defaults } = options;
  actionsRegistry.register({
    name: 'create',
    title: 'Create a compute cluster',
    description:
      'Creates an Apache Spark compute cluster on Kubernetes in a namespace that one of your teams owns. It starts by itself.',
    attributes: { destructive: false, idempotent: false, readOnly: false },
    visibilityPermission: computeClusterCreatePermission,
    schema: { input: inputSchema, output: outputSchema },
    examples: [EXAMPLE],
    action: async ({ input, credentials }) => {
      const cluster = await service.create({
        credentials,
        cluster: parseBody(
          createClusterRequestSchema,
          withDefaults(input, defaults),
        ),
      });
      const { id, kubernetesCluster, namespace, name, entityRef } = cluster;
      return { output: { id, kubernetesCluster, namespace, name, entityRef } };
    },
  });
}

function inputSchema(z: typeof zod) {
  return z.object({
    kubernetesCluster: z
      .string()
      .optional()
      .describe('May be left out while only one is configured'),
    namespace: z.string().describe('A Kubernetes namespace of your team'),
    name: z
      .string()
      .describe('Lower-case letters, digits and hyphens, at most 53'),
    description: z.string().optional(),
    spec: specSchema(z).describe('As in the REST API'),
  });
}

/** The fields that most callers need; the service checks all of them. */
function specSchema(z: typeof zod) {
  return z
    .object({
      deploymentType: z.enum(['multi-node', 'single-node']).optional(),
      driver: z.object({ nodeType: z.string() }),
      executor: z
        .object({
          nodeType: z.string(),
          min: z.number().int().optional(),
          max: z.number().int().optional(),
          spot: z.boolean().optional(),
        })
        .passthrough()
        .optional()
        .describe('Needed by multi-node clusters'),
      autoScaling: z
        .object({
          enabled: z.boolean().optional(),
          idleTimeoutMinutes: z.number().int().optional(),
        })
        .optional(),
    })
    .passthrough();
}

function outputSchema(z: typeof zod) {
  return z.object({
    id: z.string(),
    kubernetesCluster: z.string(),
    namespace: z.string(),
    name: z.string(),
    entityRef: z.string().describe('Its entity in the catalog'),
  });
}
