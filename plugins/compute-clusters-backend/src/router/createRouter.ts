import {
  AuditorService,
  HttpAuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { LIMITS } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import express, { Router } from 'express';
import { createOpenApiRouter } from '../schema/openapi';
import { ComputeClusterService } from '../service';
import { AuditTrail } from '../service/AuditTrail';
import { alwaysFresh } from './alwaysFresh';
import { AddRoutes } from './AddRoutes';
import { auditRefusals } from './auditRefusals';
import { addClusterRoutes } from './clusterRoutes';
import { explainBodyErrors } from './explainBodyErrors';
import { addPlatformRoutes } from './platformRoutes';
import { logFailures } from './logFailures';
import { nameRequest } from './nameRequest';
import { refuseNul } from './refuseNul';
import { tellWhenToRetry } from './tellWhenToRetry';
import { RequestDefaults, withDefaults } from './withDefaults';

/** The plugin's HTTP API. */
export async function createRouter(options: {
  service: ComputeClusterService;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  logger: LoggerService;
  defaults: RequestDefaults;
  /** Of the parts that have their own. */
  routes?: AddRoutes[];
}): Promise<Router> {
  // Before the generated router, whose own parser takes less and tells nothing.
  const router = Router();
  router.use(nameRequest);
  router.use(express.json({ limit: LIMITS.requestBytes }));
  router.use(explainBodyErrors);
  router.use(refuseNul);
  router.use((request, _response, next) => {
    request.body = withDefaults(request.body, options.defaults);
    next();
  });
  router.use(alwaysFresh);

  const api = await createOpenApiRouter({
    // Our own schemas tell the field of each problem.
    validatorOptions: { validateRequests: false },
  });
  addClusterRoutes(api, options);
  addPlatformRoutes(api, options);
  options.routes?.forEach(addRoutes => addRoutes(api, options));
  router.use(api);
  router.use(tellWhenToRetry);
  router.use(logFailures(options.logger));
  const trail = AuditTrail.create(options);
  router.use(auditRefusals({ ...options, trail }));
  return router;
}
