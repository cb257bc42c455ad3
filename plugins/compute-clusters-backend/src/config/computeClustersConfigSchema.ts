import { volumeSchema } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { z } from 'zod';
import { isFullOwnerRef } from '../ownership';
import { exposureSchema } from './exposureSchema';
import { DEFAULT_NODE_TYPES } from './defaultNodeTypes';

const label = z
  .string()
  .min(1)
  .max(63)
  .regex(
    /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/,
    'must consist of lower-case letters, digits and hyphens',
  );

const ownerRef = z
  .string()
  .toLowerCase()
  .refine(
    isFullOwnerRef,
    'must be the full entity ref of a Group or User, as group:default/platform',
  );

const kubernetesClusterSchema = z
  .object({
    name: label,
    simulator: z.boolean().optional(),
    inCluster: z.boolean().optional(),
    kubeconfig: z
      .object({ path: z.string().min(1), context: z.string().optional() })
      .optional(),
    url: z.url().optional(),
    caData: z.string().optional(),
    serviceAccountToken: z.string().optional(),
    skipTLSVerify: z.boolean().optional(),
    entityRef: z.string().optional(),
    createNamespaces: z.boolean().default(false),
    exposure: exposureSchema.optional(),
  })
  .refine(
    ({ simulator, inCluster, kubeconfig, url }) =>
      [simulator, inCluster, kubeconfig, url].filter(Boolean).length === 1,
    'needs exactly one of simulator, inCluster, kubeconfig and url',
  );

const namespaceSchema = z.object({
  kubernetesCluster: z.string().optional(),
  name: label,
  owner: z.string().toLowerCase(),
  quota: z
    .object({
      cpu: z.number().positive().optional(),
      memoryGiB: z.number().positive().optional(),
      pods: z.int().positive().optional(),
    })
    .optional(),
});

const nodeTypeSchema = z
  .object({
    name: z.string().min(1).max(255),
    description: z.string().default(''),
    cpu: z.int().min(10).default(1000),
    memory: z.int().min(900).default(1024),
    forDriver: z.boolean().default(false),
    forExecutor: z.boolean().default(false),
    spot: z.boolean().default(false),
    price: z
      .object({
        onDemand: z.number().min(0),
        spot: z.number().min(0).nullable().default(null),
        currency: z.string().regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code'),
      })
      .nullable()
      .default(null),
    nodeSelector: z.record(z.string(), z.string()).default({}),
    tolerations: z
      .array(
        z.object({
          key: z.string().optional(),
          operator: z.enum(['Exists', 'Equal']).optional(),
          value: z.string().optional(),
          effect: z
            .enum(['NoSchedule', 'PreferNoSchedule', 'NoExecute'])
            .optional(),
        }),
      )
      .default([]),
    accelerators: z.record(z.string(), z.int().positive()).default({}),
    locked: z.boolean().default(false),
  })
  .refine(
    ({ forDriver, forExecutor }) => forDriver || forExecutor,
    'must be forDriver or forExecutor, or both',
  );

const configuredVolumeSchema = volumeSchema.and(
  z.object({ locked: z.boolean().default(false) }),
);

const imageSchema = z.object({
  name: z.string().min(1),
  image: z.string().min(1),
  default: z.boolean().default(false),
});

/** The shape of `computeClusters`. Durations are read apart, by Backstage's own reader. */
export const computeClustersConfigSchema = z.object({
  kubernetes: z
    .object({
      clusters: unique('name', z.array(kubernetesClusterSchema)).default([]),
    })
    .default({ clusters: [] }),
  namespaces: z.array(namespaceSchema).default([]),
  admins: z.array(ownerRef).default([]),
  visibility: z.enum(['team', 'everyone']).default('team'),
  images: unique('name', z.array(imageSchema))
    .refine(
      images => images.filter(image => image.default).length === 1,
      'exactly one image must have default: true',
    )
    .default([
      {
        name: 'Spark 4.3',
        image: 'docker.io/apache/spark:4.3.0',
        default: true,
      },
    ]),
  nodeTypes: unique('name', z.array(nodeTypeSchema)).default(
    DEFAULT_NODE_TYPES,
  ),
  volumes: unique('name', z.array(configuredVolumeSchema)).default([]),
  logs: z
    .object({ maxMiBPerPod: z.number().positive().max(100).default(5) })
    .default({ maxMiBPerPod: 5 }),
  exposure: exposureSchema.prefault({}),
  // the pages read it themselves: here it is only checked
  links: z
    .object({
      metrics: z
        .string()
        .regex(/^https?:\/\//i, 'must begin with http:// or https://')
        .optional(),
      docs: z
        .string()
        .regex(
          /^(https?:\/\/|\/(?![/\\]))/i,
          'must begin with http://, https:// or one slash',
        )
        .optional(),
    })
    .optional(),
});

function unique<
  TItem extends { name: string },
  TSchema extends z.ZodType<TItem[]>,
>(field: 'name', schema: TSchema): TSchema {
  return schema.superRefine((items, context) => {
    const seen = new Set<string>();
    items.forEach((item, index) => {
      if (seen.has(item[field])) {
        context.addIssue({
          code: 'custom',
          path: [index, field],
          message: `'${item[field]}' is used twice`,
        });
      }
      seen.add(item[field]);
    });
  });
}
