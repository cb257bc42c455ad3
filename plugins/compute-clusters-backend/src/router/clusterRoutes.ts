import { HttpAuthService } from '@backstage/backend-plugin-api';
import {
  ComputeCluster,
  configureClusterRequestSchema,
  createClusterRequestSchema,
  etagOf,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { Response } from 'express';
import {
  ClusterCommand,
  ClusterNotFoundError,
  ComputeClusterService,
  HttpRequest,
} from '../service';
import { OpenApiRouter } from './AddRoutes';
import { callOf, clusterCallOf } from './callOf';
import { parseBody, parseParameters } from './parse';
import {
  changeHeadersSchema,
  listActivityQuerySchema,
  listClustersQuerySchema,
  placeSchema,
} from './queries';

/** Routes about compute clusters. Each parses, calls and responds. */
export function addClusterRoutes(
  router: OpenApiRouter,
  options: { service: ComputeClusterService; httpAuth: HttpAuthService },
): void {
  const { service, httpAuth } = options;

  router.get('/clusters', async (req, res) => {
    const { limit, cursor, ...filter } = parseParameters(
      listClustersQuerySchema,
      req.query,
    );
    res.json(
      await service.list({
        ...(await callOf(httpAuth, req)),
        filter,
        limit,
        cursor,
      }),
    );
  });

  router.post('/clusters', async (req, res) => {
    const cluster = parseBody(createClusterRequestSchema, req.body);
    const { idempotencyKey } = headersOf(req);
    const created = await service.create({
      ...(await callOf(httpAuth, req)),
      cluster,
      idempotencyKey,
    });
    res.location(`${req.baseUrl}/clusters/${created.id}`);
    respond(res, 201, created);
  });

  router.post('/clusters/validate', async (req, res) => {
    res.json(
      await service.validate({
        ...(await callOf(httpAuth, req)),
        body: req.body,
      }),
    );
  });

  router.get(
    '/clusters/by-name/:kubernetesCluster/:namespace/:name',
    async (req, res) => {
      const place = placeSchema.safeParse(req.params);
      if (!place.success) {
        throw new ClusterNotFoundError();
      }
      const call = await callOf(httpAuth, req);
      respond(res, 200, await service.getByName({ ...call, ...place.data }));
    },
  );

  router.get('/clusters/:id', async (req, res) => {
    const call = await clusterCallOf(httpAuth, req);
    respond(res, 200, await service.get(call));
  });

  router.put('/clusters/:id', async (req, res) => {
    const changes = parseBody(configureClusterRequestSchema, req.body);
    const command = await commandOf(req);
    respond(res, 200, await service.configure({ ...command, changes }));
  });

  router.delete('/clusters/:id', async (req, res) => {
    respond(res, 202, await service.delete(await commandOf(req)));
  });

  router.post('/clusters/:id/start', async (req, res) => {
    respond(res, 202, await service.start(await commandOf(req)));
  });

  router.post('/clusters/:id/restart', async (req, res) => {
    respond(res, 202, await service.restart(await commandOf(req)));
  });

  router.post('/clusters/:id/terminate', async (req, res) => {
    respond(res, 202, await service.terminate(await commandOf(req)));
  });

  router.post('/clusters/:id/keep-running', async (req, res) => {
    respond(res, 202, await service.keepRunning(await commandOf(req)));
  });

  router.post('/clusters/:id/give-up-pods', async (req, res) => {
    respond(res, 202, await service.giveUpPods(await commandOf(req)));
  });

  router.get('/clusters/:id/activity', async (req, res) => {
    const page = parseParameters(listActivityQuerySchema, req.query);
    const call = await clusterCallOf(httpAuth, req);
    res.json(await service.listActivity({ ...call, ...page }));
  });

  router.get('/clusters/:id/connect-token', async (req, res) => {
    const call = await clusterCallOf(httpAuth, req);
    res.json(await service.getConnectToken(call));
  });

  async function commandOf(request: HttpRequest): Promise<ClusterCommand> {
    return {
      ...(await clusterCallOf(httpAuth, request)),
      ...headersOf(request),
    };
  }
}

function headersOf(request: HttpRequest): {
  ifMatch?: string;
  idempotencyKey?: string;
} {
  const headers = parseParameters(changeHeadersSchema, request.headers);
  return {
    ifMatch: headers['if-match'],
    idempotencyKey: headers['idempotency-key'],
  };
}

function respond(
  response: Response,
  status: number,
  cluster: ComputeCluster,
): void {
  response.status(status).set('ETag', etagOf(cluster.generation));
  response.json(cluster);
}
