import { AuditorService } from '@backstage/backend-plugin-api';
import {
  ActivityPage,
  ComputeCluster,
  ComputeClusterPage,
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
import { AuditEventId, AuditTrail } from './AuditTrail';
import {
  Call,
  ClusterCall,
  ClusterCommand,
  ComputeClusterService,
  ListCall,
} from './ComputeClusterService';

/** Writes each change, each read of a token and each refusal into the audit log, never what is secret. */
export class AuditedComputeClusterService implements ComputeClusterService {
  static create(options: {
    service: ComputeClusterService;
    auditor: AuditorService;
  }): AuditedComputeClusterService {
    const trail = AuditTrail.create(options);
    return new AuditedComputeClusterService(options.service, trail);
  }

  private constructor(
    private readonly service: ComputeClusterService,
    private readonly trail: AuditTrail,
  ) {}

  async list(call: ListCall): Promise<ComputeClusterPage> {
    return await this.service.list(call);
  }

  async get(call: ClusterCall): Promise<ComputeCluster> {
    return await this.trail.watch({ call, meta: { clusterId: call.id } }, () =>
      this.service.get(call),
    );
  }

  async getByName(
    call: Call & NamespaceKey & { name: string },
  ): Promise<ComputeCluster> {
    const { kubernetesCluster, namespace, name } = call;
    return await this.trail.watch(
      { call, meta: { kubernetesCluster, namespace, name } },
      () => this.service.getByName(call),
    );
  }

  async create(
    call: Call & {
      cluster: ParsedCreateClusterRequest;
      idempotencyKey?: string;
    },
  ): Promise<ComputeCluster> {
    const { kubernetesCluster = null, namespace, name } = call.cluster;
    return await this.trail.record(
      {
        call,
        eventId: 'cluster-create',
        meta: { kubernetesCluster, namespace, name },
      },
      () => this.service.create(call),
      ({ id }) => ({ clusterId: id }),
    );
  }

  async validate(call: Call & { body: unknown }): Promise<ValidationResult> {
    return await this.service.validate(call);
  }

  async configure(
    call: ClusterCommand & { changes: ParsedConfigureClusterRequest },
  ): Promise<ComputeCluster> {
    return await this.command(call, 'cluster-configure', () =>
      this.service.configure(call),
    );
  }

  async start(call: ClusterCommand): Promise<ComputeCluster> {
    return await this.command(call, 'cluster-start', () =>
      this.service.start(call),
    );
  }

  async restart(call: ClusterCommand): Promise<ComputeCluster> {
    return await this.command(call, 'cluster-restart', () =>
      this.service.restart(call),
    );
  }

  async terminate(call: ClusterCommand): Promise<ComputeCluster> {
    return await this.command(call, 'cluster-terminate', () =>
      this.service.terminate(call),
    );
  }

  async keepRunning(call: ClusterCommand): Promise<ComputeCluster> {
    return await this.command(call, 'cluster-keep-running', () =>
      this.service.keepRunning(call),
    );
  }

  async giveUpPods(call: ClusterCommand): Promise<ComputeCluster> {
    return await this.command(call, 'cluster-give-up-pods', () =>
      this.service.giveUpPods(call),
    );
  }

  async delete(call: ClusterCommand): Promise<ComputeCluster> {
    return await this.command(call, 'cluster-delete', () =>
      this.service.delete(call),
    );
  }

  async listActivity(
    call: ClusterCall & { limit: number; cursor?: string },
  ): Promise<ActivityPage> {
    return await this.trail.watch({ call, meta: { clusterId: call.id } }, () =>
      this.service.listActivity(call),
    );
  }

  async getConnectToken(call: ClusterCall): Promise<ConnectToken> {
    return await this.trail.record(
      {
        call,
        eventId: 'cluster-connect-token-read',
        meta: { clusterId: call.id },
      },
      () => this.service.getConnectToken(call),
    );
  }

  async listNamespaces(call: Call): Promise<NamespaceList> {
    return await this.service.listNamespaces(call);
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
    return await this.service.getMe(call);
  }

  async getHealth(call: Call): Promise<Health> {
    return await this.service.getHealth(call);
  }

  private async command(
    call: ClusterCommand,
    eventId: AuditEventId,
    work: () => Promise<ComputeCluster>,
  ): Promise<ComputeCluster> {
    return await this.trail.record(
      { call, eventId, meta: { clusterId: call.id } },
      work,
      ({ kubernetesCluster, namespace, name }) => ({
        kubernetesCluster,
        namespace,
        name,
      }),
    );
  }
}
