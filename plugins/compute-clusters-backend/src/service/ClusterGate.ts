import {
  BasicPermission,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { AuditEventId, AuditTrail } from './AuditTrail';
import { ClusterAccess } from './ClusterAccess';
import {
  Call,
  ClusterCall,
  ClusterScope,
  ComputeClusterService,
} from './ComputeClusterService';
import { notPermitted } from './refusals';

/**
 * The door to what is inside of clusters: logs, events, usage, connections. Whoever gets a cluster from here may do what
 * they asked for, and it is in the audit log.
 */
export class ClusterGate {
  static create(options: {
    /** With its decorators. */
    service: ComputeClusterService;
    /** The same without audit: what the gate does is one event. */
    unaudited: ComputeClusterService;
    access: ClusterAccess;
    trail: AuditTrail;
  }): ClusterGate {
    const { service, unaudited, access, trail } = options;
    return new ClusterGate(service, unaudited, access, trail);
  }

  private constructor(
    private readonly service: ComputeClusterService,
    private readonly unaudited: ComputeClusterService,
    private readonly access: ClusterAccess,
    private readonly trail: AuditTrail,
  ) {}

  /**
   * A cluster that the caller may see; only a refusal is audited.
   *
   * @throws ClusterNotFoundError or ClusterHiddenError
   */
  async read(call: ClusterCall): Promise<ComputeCluster> {
    return await this.service.get(call);
  }

  /**
   * Does something with a cluster for which the caller needs a permission, and audits it however it ends.
   *
   * @throws ClusterNotFoundError, ClusterHiddenError or ForbiddenError
   */
  async use<T>(
    call: ClusterCall,
    needs: { permission: ResourcePermission; eventId: AuditEventId },
    work: (cluster: ComputeCluster) => Promise<T>,
  ): Promise<T> {
    const event = {
      call,
      eventId: needs.eventId,
      meta: { clusterId: call.id },
    };
    return await this.trail.record(event, async () => {
      const cluster = await this.unaudited.get(call);
      await this.access.require(call.credentials, cluster, needs.permission);
      return await work(cluster);
    });
  }

  /**
   * Asks again for what {@link ClusterGate.use} has let the caller begin; only a refusal is audited.
   *
   * @throws ClusterNotFoundError, ClusterHiddenError or ForbiddenError
   */
  async goOn(
    call: ClusterCall,
    permission: ResourcePermission,
  ): Promise<ComputeCluster> {
    const meta = { clusterId: call.id };
    return await this.trail.watch({ call, meta }, async () => {
      const cluster = await this.unaudited.get(call);
      await this.access.require(call.credentials, cluster, permission);
      return cluster;
    });
  }

  /**
   * Does something that only the platform's admins may, and audits it however it ends.
   *
   * @throws ForbiddenError
   */
  async useAsAdmin<T>(
    call: Call,
    eventId: AuditEventId,
    work: () => Promise<T>,
  ): Promise<T> {
    return await this.trail.record({ call, eventId, meta: {} }, async () => {
      await this.access.requireAdmin(call.credentials);
      return await work();
    });
  }

  /**
   * Lets a caller pass whom the permission policy grants this; only a refusal is audited.
   *
   * @throws ForbiddenError
   */
  async permit(call: Call, permission: BasicPermission): Promise<void> {
    const meta = { permission: permission.name };
    await this.trail.watch({ call, meta }, async () => {
      if (!(await this.access.isPermitted(call.credentials, permission))) {
        throw notPermitted(permission.name);
      }
    });
  }

  /** Whether the permission policy grants this to the caller, for what is left out otherwise. */
  async isPermitted(call: Call, permission: BasicPermission): Promise<boolean> {
    return await this.access.isPermitted(call.credentials, permission);
  }

  /** What of all clusters the caller may see; undefined is nothing at all. */
  async scopeOf(call: Call): Promise<ClusterScope | undefined> {
    return await this.access.scopeOf(call.credentials);
  }
}
