import { ClusterNotFoundError } from '../service';
import { OpenApiRouter } from './AddRoutes';
import { callOf, clusterCallOf } from './callOf';
import { addChangeRoutes } from './changeRoutes';
import { ClusterRoutesOptions } from './ClusterRoutesOptions';
import { addCommandRoutes } from './commandRoutes';
import { parseParameters } from './parse';
import {
  listActivityQuerySchema,
  listClustersQuerySchema,
  placeSchema,
} from './queries';
import { sendCluster } from './sendCluster';

/** Routes about compute clusters. Each parses, calls and responds. */
export function addClusterRoutes(
  router: OpenApiRouter,
  options: ClusterRoutesOptions,
): void {
  addListRoute(router, options);
  addChangeRoutes(router, options);
  addDetailRoutes(router, options);
  addCommandRoutes(router, options);
}

function addListRoute(
  router: OpenApiRouter,
  { service, httpAuth }: ClusterRoutesOptions,
): void {
  router.get('/clusters', async (req, res) => {
    const { limit, cursor, ...filter } = parseParameters(
      listClustersQuerySchema,
      req.query,
    );
    const call = await callOf(httpAuth, req);
    res.json(await service.list({ ...call, filter, limit, cursor }));
  });
}

function addDetailRoutes(
  router: OpenApiRouter,
  { service, httpAuth }: ClusterRoutesOptions,
): void {
  router.get(
    '/clusters/by-name/:kubernetesCluster/:namespace/:name',
    async (req, res) => {
      const place = placeSchema.safeParse(req.params);
      if (!place.success) {
        throw new ClusterNotFoundError();
      }
      const call = await callOf(httpAuth, req);
      const cluster = await service.getByName({ ...call, ...place.data });
      sendCluster(res, 200, cluster);
    },
  );

  router.get('/clusters/:id', async (req, res) => {
    const call = await clusterCallOf(httpAuth, req);
    sendCluster(res, 200, await service.get(call));
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
}
