import { z } from 'zod';
import { USAGE_GROUPINGS } from '../usage';
import { listClustersQuerySchema } from './queries';

const DAY_MILLISECONDS = 86_400_000;

const DEFAULT_DAYS = 30;

/** A longer report takes several requests. */
const MOST_DAYS = 400;

const time = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })], {
    error: 'must be a day, as 2026-01-31, or a time of ISO 8601',
  })
  .transform(text => new Date(text));

const { namespace, nodeType, tag, text } = listClustersQuerySchema.shape;

const shape = { from: time.optional(), to: time.optional() };

/** The query of a cluster's usage, with its defaults. */
export function clusterUsageQuerySchema(now: Date) {
  return z.strictObject(shape).transform(withPeriod(now));
}

/** The query of a report, with its defaults. */
export function usageQuerySchema(now: Date) {
  return z
    .strictObject({
      ...shape,
      groupBy: z.enum(USAGE_GROUPINGS).default('team'),
      clusterId: namespace,
      namespace,
      nodeType,
      tag,
      text,
    })
    .transform(({ from, to, groupBy, ...filter }) => ({
      from,
      to,
      groupBy,
      filter,
    }))
    .transform(withPeriod(now));
}

function withPeriod(now: Date) {
  return <T extends { from?: Date; to?: Date }>(
    query: T,
    context: z.RefinementCtx,
  ) => {
    const to = query.to ?? now;
    const from =
      query.from ?? new Date(to.getTime() - DEFAULT_DAYS * DAY_MILLISECONDS);
    const days = (to.getTime() - from.getTime()) / DAY_MILLISECONDS;
    if (days < 0 || days > MOST_DAYS) {
      context.addIssue({
        code: 'custom',
        path: ['from'],
        message: `must be before 'to', by ${MOST_DAYS} days at most`,
      });
    }
    return { ...query, period: { from, to } };
  };
}
