import { HttpAuthService } from '@backstage/backend-plugin-api';
import { createOpenApiRouter } from '../schema/openapi';
import { Call, ComputeClusterService, HttpRequest } from '../service';

type OpenApiRouter = Awaited<ReturnType<typeof createOpenApiRouter>>;

/** Routes about what clusters are made of, and about the caller. */
export function addPlatformRoutes(
  router: OpenApiRouter,
  options: { service: ComputeClusterService; httpAuth: HttpAuthService },
): void {
  const { service, httpAuth } = options;
  const callOf = async (request: HttpRequest): Promise<Call> => ({
    credentials: await httpAuth.credentials(request),
    request,
  });

  router.get('/namespaces', async (req, res) => {
    res.json(await service.listNamespaces(await callOf(req)));
  });

  router.get('/node-types', async (req, res) => {
    res.json(await service.listNodeTypes(await callOf(req)));
  });

  router.get('/volumes', async (req, res) => {
    res.json(await service.listVolumes(await callOf(req)));
  });

  router.get('/images', async (req, res) => {
    res.json(await service.listImages(await callOf(req)));
  });

  router.get('/me', async (req, res) => {
    res.json(await service.getMe(await callOf(req)));
  });

  router.get('/health', async (req, res) => {
    res.json(await service.getHealth(await callOf(req)));
  });
}
