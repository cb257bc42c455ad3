import { HttpAuthService } from '@backstage/backend-plugin-api';
import { createOpenApiRouter } from '../schema/openapi';

/** The router that knows every path of the OpenAPI description. */
export type OpenApiRouter = Awaited<ReturnType<typeof createOpenApiRouter>>;

/** Adds the routes of one part of the product. Each route parses, calls and responds. */
export type AddRoutes = (
  router: OpenApiRouter,
  options: { httpAuth: HttpAuthService },
) => void;
