import { ResourcePermission } from '@backstage/plugin-permission-common';
import {
  ActivityPage,
  ComputeCluster,
  computeClusterConnectPermission,
  computeClusterCreatePermission,
  computeClusterDeletePermission,
  computeClusterOperatePermission,
  ComputeClusterPage,
  computeClusterUpdatePermission,
  ConnectToken,
  Health,
  Me,
  NamespaceList,
  NodeTypeList,
  ParsedConfigureClusterRequest,
  ParsedCreateClusterRequest,
  SparkImageList,
  ValidationResult,
  VolumeList,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { NamespaceKey } from '../database';
import { NamespaceMappings } from '../ownership';
import { ClusterAccess } from './ClusterAccess';
import {
  Call,
  ClusterCall,
  ClusterCommand,
  ComputeClusterService,
  ListCall,
} from './ComputeClusterService';
import { placeOf } from './placeOf';

/** Lets through what the caller may do; what they may not see looks as if it did not exist. */
export class AuthorizedComputeClusterService implements ComputeClusterService {
  static create(options: {
    service: ComputeClusterService;
    access: ClusterAccess;
    mappings: NamespaceMappings;
  }): AuthorizedComputeClusterService {
    const { service, access, mappings } = options;
    return new AuthorizedComputeClusterService(service, access, mappings);
  }

  private constructor(
    private readonly service: ComputeClusterService,
    private readonly access: ClusterAccess,
    private readonly mappings: NamespaceMappings,
  ) {}

  async list(call: ListCall): Promise<ComputeClusterPage> {
    const scope = await this.access.scopeOf(call.credentials);
    return scope
      ? await this.service.list({ ...call, scope })
      : {
          items: [],
          totalItems: 0,
          stateCounts: {},
          pageInfo: { nextCursor: null, prevCursor: null },
        };
  }

  async get(call: ClusterCall): Promise<ComputeCluster> {
    const cluster = await this.service.get(call);
    await this.access.requireRead(call.credentials, cluster);
    return cluster;
  }

  async getByName(
    call: Call & NamespaceKey & { name: string },
  ): Promise<ComputeCluster> {
    const cluster = await this.service.getByName(call);
    await this.access.requireRead(call.credentials, cluster);
    return cluster;
  }

  async create(
    call: Call & {
      cluster: ParsedCreateClusterRequest;
      idempotencyKey?: string;
    },
  ): Promise<ComputeCluster> {
    const mapping = this.mappings.locate(call.cluster);
    if (mapping) {
      await this.access.requireIn(
        call.credentials,
        mapping,
        computeClusterCreatePermission,
      );
    }
    // Without a mapping there is nothing to protect; the service refuses with the field named.
    return await this.service.create(call);
  }

  async validate(call: Call & { body: unknown }): Promise<ValidationResult> {
    const place = placeOf(call.body);
    const mapping = place && this.mappings.locate(place);
    const owns = await this.access.ownership(call.credentials);
    if (!mapping || owns(mapping.owner)) {
      return await this.service.validate(call);
    }
    // Of a namespace of others neither names nor quota are told.
    const message = `Namespace ${mapping.name} belongs to ${mapping.owner}. Choose one of your team's.`;
    const result = await this.service.validate(call);
    return {
      ...result,
      valid: false,
      problems: [
        { path: 'namespace', code: 'not-owned', message },
        ...result.problems.filter(
          ({ code }) => code !== 'taken' && code !== 'over-quota',
        ),
      ],
      quota: null,
    };
  }

  async configure(
    call: ClusterCommand & { changes: ParsedConfigureClusterRequest },
  ): Promise<ComputeCluster> {
    await this.require(call, computeClusterUpdatePermission);
    return await this.service.configure(call);
  }

  async start(call: ClusterCommand): Promise<ComputeCluster> {
    await this.require(call, computeClusterOperatePermission);
    return await this.service.start(call);
  }

  async restart(call: ClusterCommand): Promise<ComputeCluster> {
    await this.require(call, computeClusterOperatePermission);
    return await this.service.restart(call);
  }

  async terminate(call: ClusterCommand): Promise<ComputeCluster> {
    await this.require(call, computeClusterOperatePermission);
    return await this.service.terminate(call);
  }

  async keepRunning(call: ClusterCommand): Promise<ComputeCluster> {
    await this.require(call, computeClusterOperatePermission);
    return await this.service.keepRunning(call);
  }

  async giveUpPods(call: ClusterCommand): Promise<ComputeCluster> {
    await this.require(call, computeClusterOperatePermission);
    return await this.service.giveUpPods(call);
  }

  async delete(call: ClusterCommand): Promise<ComputeCluster> {
    await this.require(call, computeClusterDeletePermission);
    return await this.service.delete(call);
  }

  async listActivity(
    call: ClusterCall & { limit: number; cursor?: string },
  ): Promise<ActivityPage> {
    await this.get(call);
    return await this.service.listActivity(call);
  }

  async getConnectToken(call: ClusterCall): Promise<ConnectToken> {
    await this.require(call, computeClusterConnectPermission);
    return await this.service.getConnectToken(call);
  }

  async listNamespaces(call: Call): Promise<NamespaceList> {
    const { items } = await this.service.listNamespaces(call);
    const owns = await this.access.ownership(call.credentials);
    return { items: items.filter(({ ownerRef }) => owns(ownerRef)) };
  }

  async listNodeTypes(call: Call): Promise<NodeTypeList> {
    return await this.service.listNodeTypes(call);
  }

  async listVolumes(call: Call): Promise<VolumeList> {
    return await this.service.listVolumes(call);
  }

  async listImages(call: Call): Promise<SparkImageList> {
    return await this.service.listImages(call);
  }

  async getMe(call: Call): Promise<Me> {
    const me = await this.service.getMe(call);
    return {
      ...me,
      canCreate:
        me.canCreate &&
        (await this.access.isPermitted(
          call.credentials,
          computeClusterCreatePermission,
        )),
    };
  }

  async getHealth(call: Call): Promise<Health> {
    return await this.service.getHealth(call);
  }

  private async require(
    call: ClusterCall,
    permission: ResourcePermission,
  ): Promise<void> {
    const cluster = await this.service.get(call);
    await this.access.require(call.credentials, cluster, permission);
  }
}
