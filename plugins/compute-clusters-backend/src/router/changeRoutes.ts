import {
  configureClusterRequestSchema,
  createClusterRequestSchema,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { OpenApiRouter } from './AddRoutes';
import { callOf } from './callOf';
import { ClusterRoutesOptions } from './ClusterRoutesOptions';
import { changeHeadersOf, commandOf } from './commandOf';
import { parseBody } from './parse';
import { sendCluster } from './sendCluster';

/** Routes that make compute clusters, change what they are to be, and delete them. */
export function addChangeRoutes(
  router: OpenApiRouter,
  { service, httpAuth }: ClusterRoutesOptions,
): void {
  router.post('/clusters', async (req, res) => {
    const cluster = parseBody(createClusterRequestSchema, req.body);
    const { idempotencyKey } = changeHeadersOf(req);
    const call = await callOf(httpAuth, req);
    const created = await service.create({ ...call, cluster, idempotencyKey });
    res.location(`${req.baseUrl}/clusters/${created.id}`);
    sendCluster(res, 201, created);
  });

  router.post('/clusters/validate', async (req, res) => {
    const call = await callOf(httpAuth, req);
    res.json(await service.validate({ ...call, body: req.body }));
  });

  router.put('/clusters/:id', async (req, res) => {
    const changes = parseBody(configureClusterRequestSchema, req.body);
    // A specification is the same however often it is sent: `If-Match` alone guards it.
    const { idempotencyKey: _, ...command } = await commandOf(httpAuth, req);
    sendCluster(res, 200, await service.configure({ ...command, changes }));
  });

  router.delete('/clusters/:id', async (req, res) => {
    const command = await commandOf(httpAuth, req);
    sendCluster(res, 202, await service.delete(command));
  });
}
