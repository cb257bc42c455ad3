import { z } from 'zod';
import { KubernetesEventStore } from '../database';
import {
  ClusterGate,
  decodeEventCursor,
  encodeEventCursor,
  textWithoutNul,
} from '../service';
import { AddRoutes } from './AddRoutes';
import { clusterCallOf } from './callOf';
import { parseParameters } from './parse';

const querySchema = z.strictObject({
  type: z.enum(['Normal', 'Warning']).optional(),
  object: textWithoutNul(400).optional(),
  text: textWithoutNul(200).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z.string().max(2_000).optional(),
});

/** Routes about what Kubernetes told of a cluster. */
export function eventRoutes(options: {
  gate: ClusterGate;
  store: KubernetesEventStore;
}): AddRoutes {
  const { gate, store } = options;
  return (router, { httpAuth }) => {
    router.get('/clusters/:id/events', async (req, res) => {
      const { cursor, ...query } = parseParameters(querySchema, req.query);
      const { id } = await gate.read(await clusterCallOf(httpAuth, req));
      const position =
        cursor === undefined ? undefined : decodeEventCursor(cursor);
      const { items, totalItems, warnings, next, previous } = await store.list(
        id,
        { ...query, position },
      );
      res.json({
        items: items.map(({ uid, clusterId: _, ...event }) => ({
          id: uid,
          ...event,
        })),
        totalItems,
        warnings,
        pageInfo: {
          nextCursor: next && encodeEventCursor(next),
          prevCursor: previous && encodeEventCursor(previous),
        },
      });
    });
  };
}
