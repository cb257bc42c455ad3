import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { ComputeClustersService } from './ComputeClustersService';
import { DefaultComputeClustersService } from './DefaultComputeClustersService';

/**
 * The compute clusters, for other back-end code.
 *
 * @public
 */
export const computeClustersServiceRef =
  createServiceRef<ComputeClustersService>({
    id: 'compute-clusters',
    defaultFactory: async service =>
      createServiceFactory({
        service,
        deps: { auth: coreServices.auth, discovery: coreServices.discovery },
        factory: deps => DefaultComputeClustersService.create(deps),
      }),
  });
