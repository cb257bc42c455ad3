import { HttpAuthService } from '@backstage/backend-plugin-api';
import { LIMITS } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import express, { RequestHandler, Router } from 'express';
import { createOpenApiRouter } from '../schema/openapi';
import { ComputeClusterService } from '../service';
import { addClusterRoutes } from './clusterRoutes';
import { explainBodyErrors } from './explainBodyErrors';
import { addPlatformRoutes } from './platformRoutes';
import { refuseNul } from './refuseNul';

/** The plugin's HTTP API. */
export async function createRouter(options: {
  service: ComputeClusterService;
  httpAuth: HttpAuthService;
}): Promise<Router> {
  // Before the generated router, whose own parser takes less and tells nothing.
  const router = Router();
  router.use(express.json({ limit: LIMITS.requestBytes }));
  router.use(explainBodyErrors);
  router.use(refuseNul);
  router.use(alwaysFresh);

  const api = await createOpenApiRouter({
    // Our own schemas tell the field of each problem.
    validatorOptions: { validateRequests: false },
  });
  addClusterRoutes(api, options);
  addPlatformRoutes(api, options);
  router.use(api);
  return router;
}

/** An ETag is the generation of a specification, not of the state beside it: it must never answer 304. */
const alwaysFresh: RequestHandler = (request, response, next) => {
  delete request.headers['if-none-match'];
  response.set('Cache-Control', 'no-store');
  next();
};
