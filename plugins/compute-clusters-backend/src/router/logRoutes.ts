import { computeClusterReadPermission } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { z } from 'zod';
import { Clock } from '../clock';
import { ClusterLogs, NoLogYetError } from '../logs';
import { ClusterGate, textWithoutNul } from '../service';
import { AddRoutes } from './AddRoutes';
import { clusterCallOf } from './callOf';
import { parseParameters } from './parse';
import { sendText } from './sendText';

const NEEDS = {
  permission: computeClusterReadPermission,
  eventId: 'cluster-log-read',
} as const;

/** Seconds that a pod takes to start. */
const RETRY_AFTER = '5';

const flag = z
  .enum(['true', 'false'])
  .transform(text => text === 'true')
  .optional();

const name = textWithoutNul(253).min(1).optional();

const logQuerySchema = z.strictObject({
  pod: name,
  container: name,
  since: z.iso
    .datetime({ offset: true })
    .transform(text => new Date(text))
    .optional(),
  tail: z.coerce.number().int().min(0).max(100_000).optional(),
  follow: flag,
  previous: flag,
});

/**
 * Pods and their logs. What user code prints is for the owners of the cluster only, also where everyone may see that
 * there is one; each reading of a log is audited.
 *
 * A log that has not begun is 409 with code `no-log-yet`, one that Kubernetes does not give 503 with code
 * `log-unavailable`, both with Retry-After. One that breaks off ends the connection without the end of the answer.
 */
export function logRoutes(options: {
  gate: ClusterGate;
  logs: ClusterLogs;
  clock: Clock;
}): AddRoutes {
  const { gate, logs, clock } = options;
  return (router, { httpAuth }) => {
    router.get('/clusters/:id/pods', async (req, res) => {
      const cluster = await gate.read(await clusterCallOf(httpAuth, req));
      res.json({ items: await logs.listPods(cluster) });
    });

    router.get('/clusters/:id/logs', async (req, res) => {
      const call = await clusterCallOf(httpAuth, req);
      const query = parseParameters(logQuerySchema, req.query);
      const controller = new AbortController();
      res.once('close', () => controller.abort());
      try {
        const log = await gate.use(call, NEEDS, cluster =>
          logs.open(cluster, query, controller),
        );
        await sendText({ text: log, response: res, controller, clock });
      } catch (error) {
        if (error instanceof NoLogYetError) {
          res.set('Retry-After', RETRY_AFTER);
        }
        throw error;
      }
    });
  };
}
