import {
  AuditorService,
  AuthService,
  PermissionsRegistryService,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { Clock } from '../clock';
import { ComputeClustersConfig } from '../config';
import {
  ClusterStore,
  KubernetesClusterStore,
  PlatformStore,
} from '../database';
import { NamespaceMappings } from '../ownership';
import { computeClusterResourceRef, registerPermissions } from '../permissions';
import { AuditedComputeClusterService } from './AuditedComputeClusterService';
import { AuthorizedComputeClusterService } from './AuthorizedComputeClusterService';
import { AuditTrail } from './AuditTrail';
import { Callers } from './Callers';
import { ClusterAccess } from './ClusterAccess';
import { ClusterGate } from './ClusterGate';
import { ClusterPresenter } from './ClusterPresenter';
import { ComputeClusterService } from './ComputeClusterService';
import { DefaultComputeClusterService } from './DefaultComputeClusterService';
import {
  ConnectTokens,
  DesiredChangeListener,
  KubernetesHealth,
  QuotaUse,
  UserSecrets,
} from './ports';
import { RecentPermissions } from './RecentPermissions';
import { RecentUserInfo } from './RecentUserInfo';
import { SecretRows } from './SecretRows';

/** Everything that the service is built from. */
export interface ComputeClusterServiceDeps {
  config: Pick<ComputeClustersConfig, 'admins' | 'images' | 'visibility'>;
  mappings: NamespaceMappings;
  store: ClusterStore;
  platform: PlatformStore;
  kubernetesClusters: KubernetesClusterStore;
  clock: Clock;
  connectTokens: ConnectTokens;
  userSecrets: UserSecrets;
  quotaUse: QuotaUse;
  kubernetesHealth: KubernetesHealth;
  onDesiredChange: DesiredChangeListener;
  auth: AuthService;
  userInfo: UserInfoService;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  auditor: AuditorService;
}

/**
 * Builds the service in its decorators, authorization inside of audit, with the gate to what is inside of clusters, and
 * registers its permissions.
 */
export function createComputeClusterService(deps: ComputeClusterServiceDeps): {
  service: ComputeClusterService;
  gate: ClusterGate;
} {
  const { config, mappings, permissionsRegistry, auditor } = deps;
  const callers = Callers.create({
    auth: deps.auth,
    userInfo: RecentUserInfo.create(deps),
    admins: config.admins,
  });
  const inner = DefaultComputeClusterService.create({
    ...deps,
    images: config.images,
    callers,
    presenter: ClusterPresenter.create(deps),
    secretRows: SecretRows.create(deps),
  });
  registerPermissions({
    permissionsRegistry,
    getClusters: ids => inner.getMany(ids),
  });
  const access = ClusterAccess.create({
    callers,
    mappings,
    permissions: RecentPermissions.create(deps),
    ruleset: permissionsRegistry.getPermissionRuleset(
      computeClusterResourceRef,
    ),
    visibility: config.visibility,
  });
  const unaudited = AuthorizedComputeClusterService.create({
    service: inner,
    access,
    mappings,
  });
  const service = AuditedComputeClusterService.create({
    service: unaudited,
    auditor,
  });
  const trail = AuditTrail.create({ auditor });
  return {
    service,
    gate: ClusterGate.create({ service, unaudited, access, trail }),
  };
}
