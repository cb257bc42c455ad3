import { computeClustersUsageReadPermission } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { z } from 'zod';
import { RunStore } from '../database';
import { ClusterGate, decodeRunCursor, encodeRunCursor } from '../service';
import { UsageReader } from '../usage';
import { AddRoutes } from './AddRoutes';
import { clusterCallOf } from './callOf';
import { parseParameters } from './parse';

const querySchema = z.strictObject({
  limit: z.coerce.number().int().min(1).max(500).default(20),
  cursor: z.string().max(2_000).optional(),
});

/** Routes about the starts of a cluster. */
export function runRoutes(options: {
  gate: ClusterGate;
  store: RunStore;
  usage: Pick<UsageReader, 'costOfRuns'>;
}): AddRoutes {
  const { gate, store, usage } = options;
  return (router, { httpAuth }) => {
    router.get('/clusters/:id/runs', async (req, res) => {
      const { limit, cursor } = parseParameters(querySchema, req.query);
      const call = await clusterCallOf(httpAuth, req);
      const { id } = await gate.read(call);
      const position =
        cursor === undefined ? undefined : decodeRunCursor(cursor);
      const { items, totalItems, next, previous } = await store.list(id, {
        limit,
        position,
      });
      const mayTellCost = await gate.isPermitted(
        call,
        computeClustersUsageReadPermission,
      );
      const costs = mayTellCost
        ? await usage.costOfRuns(
            id,
            items.map(({ sequence }) => sequence),
          )
        : undefined;
      res.json({
        items: items.map(({ clusterId: _, ...run }) => ({
          ...run,
          cost: costs?.get(run.sequence) ?? null,
        })),
        totalItems,
        pageInfo: {
          nextCursor: next && encodeRunCursor(next),
          prevCursor: previous && encodeRunCursor(previous),
        },
      });
    });
  };
}
