import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  BasicPermission,
  PermissionCriteria,
  PolicyDecision,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  createConditionTransformer,
  PermissionRuleset,
} from '@backstage/plugin-permission-node';
import {
  ComputeCluster,
  computeClusterReadPermission,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { ClusterFilter } from '../database';
import {
  NamespaceMapping,
  NamespaceMappings,
  toNamespaceKey,
} from '../ownership';
import { ClusterRuleFilter } from '../permissions';
import { Caller, Callers } from './Callers';
import { ClusterScope } from './ComputeClusterService';
import { ClusterHiddenError, ForbiddenError } from './errors';
import { mapCriteria } from './mapCriteria';
import { notOwned, notPermitted } from './refusals';

interface Parts {
  callers: Callers;
  mappings: NamespaceMappings;
  permissions: PermissionsService;
  ruleset: PermissionRuleset<ComputeCluster, ClusterRuleFilter>;
  /** Who may read besides the owners. */
  visibility: 'team' | 'everyone';
}

/**
 * Decides who may do what with which cluster: ownership of its namespace first, which nothing switches off, then the
 * permission framework with the caller's own credentials.
 */
export class ClusterAccess {
  static create(parts: Parts): ClusterAccess {
    return new ClusterAccess(parts);
  }

  private constructor(private readonly parts: Parts) {}

  /** What of all clusters the caller may see; undefined is nothing at all. */
  async scopeOf(
    credentials: BackstageCredentials,
  ): Promise<ClusterScope | undefined> {
    const caller = await this.parts.callers.of(credentials);
    const namespaces = this.visibleMappings(caller)?.map(toNamespaceKey);
    const [decision] = await this.parts.permissions.authorizeConditional(
      [{ permission: computeClusterReadPermission }],
      { credentials },
    );
    if (decision.result === AuthorizeResult.CONDITIONAL) {
      const transform = createConditionTransformer(this.parts.ruleset);
      const criteria = this.translateOwners(transform(decision.conditions));
      return { namespaces, criteria };
    }
    return decision.result === AuthorizeResult.ALLOW
      ? { namespaces }
      : undefined;
  }

  /** @throws ClusterHiddenError */
  async requireRead(
    credentials: BackstageCredentials,
    cluster: ComputeCluster,
  ): Promise<void> {
    const caller = await this.parts.callers.of(credentials);
    const [readable] = await this.decide(credentials, cluster, [
      computeClusterReadPermission,
    ]);
    if (!readable || !this.isVisible(caller, cluster)) {
      throw new ClusterHiddenError();
    }
  }

  /**
   * Asks whether the caller may see the cluster, and do this with it.
   *
   * @throws ClusterHiddenError or ForbiddenError
   */
  async require(
    credentials: BackstageCredentials,
    cluster: ComputeCluster,
    permission: ResourcePermission,
  ): Promise<void> {
    const caller = await this.parts.callers.of(credentials);
    const [readable, permitted] = await this.decide(credentials, cluster, [
      computeClusterReadPermission,
      permission,
    ]);
    if (!readable || !this.isVisible(caller, cluster)) {
      throw new ClusterHiddenError();
    }
    if (!this.mayWrite(caller, cluster.ownerRef)) {
      throw new ForbiddenError(notOwned(caller, cluster.ownerRef));
    }
    if (!permitted) {
      throw notPermitted(permission.name);
    }
  }

  /**
   * Asks whether the caller may make a cluster in a namespace.
   *
   * @throws ForbiddenError
   */
  async requireIn(
    credentials: BackstageCredentials,
    mapping: NamespaceMapping,
    permission: BasicPermission,
  ): Promise<void> {
    const caller = await this.parts.callers.of(credentials);
    if (!this.mayWrite(caller, mapping.owner)) {
      const message = notOwned(caller, mapping.owner);
      throw new ForbiddenError(message, [
        { path: 'namespace', code: 'not-owned', message },
      ]);
    }
    if (!(await this.isPermitted(credentials, permission))) {
      throw notPermitted(permission.name);
    }
  }

  /** @throws ForbiddenError if the caller is no admin of the platform */
  async requireAdmin(credentials: BackstageCredentials): Promise<void> {
    const { admin } = await this.parts.callers.of(credentials);
    if (!admin) {
      throw new ForbiddenError(
        'Only admins of the platform may do this. Ask the platform team.',
      );
    }
  }

  /** Whether the permission framework alone allows this. */
  async isPermitted(
    credentials: BackstageCredentials,
    permission: BasicPermission,
  ): Promise<boolean> {
    const [decision] = await this.parts.permissions.authorize(
      [{ permission }],
      { credentials },
    );
    return decision.result === AuthorizeResult.ALLOW;
  }

  /** Tells of owners whether the caller may make clusters in their namespaces, as far as ownership goes. */
  async ownership(
    credentials: BackstageCredentials,
  ): Promise<(ownerRef: string) => boolean> {
    const caller = await this.parts.callers.of(credentials);
    return ownerRef =>
      caller.service !== undefined || this.mayWrite(caller, ownerRef);
  }

  private async decide(
    credentials: BackstageCredentials,
    cluster: ComputeCluster,
    permissions: ResourcePermission[],
  ): Promise<boolean[]> {
    const decisions: PolicyDecision[] =
      await this.parts.permissions.authorizeConditional(
        permissions.map(permission => ({ permission })),
        { credentials },
      );
    const authorize = createConditionAuthorizer(this.parts.ruleset);
    return decisions.map(decision => authorize(decision, cluster));
  }

  /** Undefined is all, those of namespaces that nobody owns any more included. */
  private visibleMappings(caller: Caller): NamespaceMapping[] | undefined {
    const { mappings, visibility } = this.parts;
    if (caller.admin || caller.service) {
      return undefined;
    }
    return visibility === 'everyone'
      ? mappings.all()
      : mappings.ownedBy(caller.ownershipRefs);
  }

  private isVisible(caller: Caller, cluster: ComputeCluster): boolean {
    const mapping = this.parts.mappings.find(cluster);
    const visible = this.visibleMappings(caller);
    return !visible || (mapping !== undefined && visible.includes(mapping));
  }

  /** A service owns nothing: it may write only what its token was granted by name. */
  private mayWrite(caller: Caller, ownerRef: string | null): boolean {
    if (caller.service) {
      return caller.service.restricted;
    }
    return (
      caller.admin ||
      (ownerRef !== null && caller.ownershipRefs.includes(ownerRef))
    );
  }

  /** The store knows no owners. */
  private translateOwners(
    criteria: PermissionCriteria<ClusterRuleFilter>,
  ): PermissionCriteria<ClusterFilter> {
    return mapCriteria<ClusterRuleFilter, ClusterFilter>(criteria, filter =>
      'owners' in filter
        ? {
            namespaces: this.parts.mappings
              .ownedBy(filter.owners)
              .map(toNamespaceKey),
          }
        : filter,
    );
  }
}
