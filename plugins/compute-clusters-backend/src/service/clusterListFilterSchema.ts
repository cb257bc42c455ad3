import { CLUSTER_STATES } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { z } from 'zod';
import { textWithoutNul } from './textWithoutNul';

const MAX_VALUES = 100;

const text = textWithoutNul(500);

const texts = z.array(text).max(MAX_VALUES).optional();

/** What a list of clusters may be filtered and sorted by. */
export const clusterListFilterSchema = z.strictObject({
  id: texts,
  namespace: texts,
  kubernetesCluster: text.optional(),
  state: z.array(z.enum(CLUSTER_STATES)).optional(),
  owner: texts,
  nodeType: texts,
  tag: texts,
  text: text.optional(),
  sort: z
    .enum([
      'name',
      '-name',
      'namespace',
      '-namespace',
      'state',
      '-state',
      'createdAt',
      '-createdAt',
    ])
    .optional(),
});
