import { HttpAuthService } from '@backstage/backend-plugin-api';
import { ComputeClusterService } from '../service';

/** What routes about compute clusters need. */
export interface ClusterRoutesOptions {
  service: ComputeClusterService;
  httpAuth: HttpAuthService;
}
