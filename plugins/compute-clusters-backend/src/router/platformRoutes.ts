import { HttpAuthService } from '@backstage/backend-plugin-api';
import { ComputeClusterService } from '../service';
import { OpenApiRouter } from './AddRoutes';
import { callOf } from './callOf';

/** Routes about what clusters are made of, and about the caller. */
export function addPlatformRoutes(
  router: OpenApiRouter,
  options: { service: ComputeClusterService; httpAuth: HttpAuthService },
): void {
  const { service, httpAuth } = options;

  router.get('/namespaces', async (req, res) => {
    res.json(await service.listNamespaces(await callOf(httpAuth, req)));
  });

  router.get('/node-types', async (req, res) => {
    res.json(await service.listNodeTypes(await callOf(httpAuth, req)));
  });

  router.get('/volumes', async (req, res) => {
    res.json(await service.listVolumes(await callOf(httpAuth, req)));
  });

  router.get('/images', async (req, res) => {
    res.json(await service.listImages(await callOf(httpAuth, req)));
  });

  router.get('/me', async (req, res) => {
    res.json(await service.getMe(await callOf(httpAuth, req)));
  });

  router.get('/health', async (req, res) => {
    res.json(await service.getHealth(await callOf(httpAuth, req)));
  });
}
