import { LIMITS } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { z } from 'zod';
import { clusterListFilterSchema, textWithoutNul } from '../service';

const MAX_PAGE = 500;

const filterKeys = clusterListFilterSchema.shape;

/** One value of a repeatable parameter arrives as a text. */
function repeatable<T>(schema: z.ZodType<T>) {
  return z.preprocess(
    value => (typeof value === 'string' ? [value] : value),
    schema,
  );
}

function limit(fallback: number) {
  return z.coerce.number().int().min(1).max(MAX_PAGE).default(fallback);
}

const placePart = textWithoutNul(LIMITS.settingNameLength);

const cursor = z.string().max(32_768).optional();

/** The query of the list of clusters. */
export const listClustersQuerySchema = clusterListFilterSchema.extend({
  id: repeatable(filterKeys.id),
  namespace: repeatable(filterKeys.namespace),
  state: repeatable(filterKeys.state),
  owner: repeatable(filterKeys.owner),
  nodeType: repeatable(filterKeys.nodeType),
  tag: repeatable(filterKeys.tag),
  limit: limit(50),
  cursor,
});

/** The query of the activity. */
export const listActivityQuerySchema = z.strictObject({
  limit: limit(20),
  cursor,
});

/** The headers of a change. */
export const changeHeadersSchema = z.object({
  'if-match': z.string().max(1000).optional(),
  'idempotency-key': z.string().min(1).max(255).optional(),
});

/** A cluster's place; longer texts name none. */
export const placeSchema = z.object({
  kubernetesCluster: placePart,
  namespace: placePart,
  name: placePart,
});
