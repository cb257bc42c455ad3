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
  SparkImage,
  SparkImageList,
  ValidationResult,
  VolumeList,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { Clock } from '../clock';
import { ClusterStore, NamespaceKey, PlatformStore } from '../database';
import { NamespaceMappings } from '../ownership';
import { Callers } from './Callers';
import { ClusterCommander } from './ClusterCommander';
import { ClusterPresenter } from './ClusterPresenter';
import { ClusterReader } from './ClusterReader';
import { ClusterValidator } from './ClusterValidator';
import {
  decideDelete,
  decideGiveUpPods,
  decideKeepRunning,
  decideRestart,
  decideStart,
  decideTerminate,
} from './commands';
import {
  Call,
  ClusterCall,
  ClusterCommand,
  ComputeClusterService,
  ListCall,
} from './ComputeClusterService';
import { WrongStateError } from './errors';
import {
  ConnectTokens,
  DesiredChangeListener,
  KubernetesHealth,
  QuotaUse,
} from './ports';
import { SecretRows } from './SecretRows';

/** What the service works with. */
export interface DefaultComputeClusterServiceOptions {
  store: ClusterStore;
  platform: PlatformStore;
  images: SparkImage[];
  mappings: NamespaceMappings;
  presenter: ClusterPresenter;
  callers: Callers;
  clock: Clock;
  connectTokens: ConnectTokens;
  secretRows: SecretRows;
  quotaUse: QuotaUse;
  kubernetesHealth: KubernetesHealth;
  onDesiredChange: DesiredChangeListener;
}

/** Writes what is wanted into the store and shows what is there. Asks nobody whether the caller may. */
export class DefaultComputeClusterService implements ComputeClusterService {
  static create(
    options: DefaultComputeClusterServiceOptions,
  ): DefaultComputeClusterService {
    const validator = ClusterValidator.create(options);
    const commander = ClusterCommander.create({ ...options, validator });
    return new DefaultComputeClusterService(
      options,
      ClusterReader.create(options),
      validator,
      commander,
    );
  }

  private constructor(
    private readonly parts: DefaultComputeClusterServiceOptions,
    private readonly reader: ClusterReader,
    private readonly validator: ClusterValidator,
    private readonly commander: ClusterCommander,
  ) {}

  async list(call: ListCall): Promise<ComputeClusterPage> {
    return await this.reader.list(call);
  }

  async get({ id }: ClusterCall): Promise<ComputeCluster> {
    return await this.reader.get(id);
  }

  async getByName(
    call: Call & NamespaceKey & { name: string },
  ): Promise<ComputeCluster> {
    return await this.reader.getByName(call);
  }

  /** Clusters by id, for the permission framework; undefined where there is none. */
  async getMany(ids: string[]): Promise<(ComputeCluster | undefined)[]> {
    return await this.reader.getMany(ids);
  }

  async create(
    call: Call & {
      cluster: ParsedCreateClusterRequest;
      idempotencyKey?: string;
    },
  ): Promise<ComputeCluster> {
    return await this.commander.create(call);
  }

  async validate(call: Call & { body: unknown }): Promise<ValidationResult> {
    return await this.validator.validate(call.body);
  }

  async configure(
    call: ClusterCommand & { changes: ParsedConfigureClusterRequest },
  ): Promise<ComputeCluster> {
    return await this.commander.configure(call);
  }

  async start(call: ClusterCommand): Promise<ComputeCluster> {
    return await this.commander.run(call, 'start', decideStart);
  }

  async restart(call: ClusterCommand): Promise<ComputeCluster> {
    return await this.commander.run(call, 'restart', decideRestart);
  }

  async terminate(call: ClusterCommand): Promise<ComputeCluster> {
    return await this.commander.run(call, 'terminate', decideTerminate);
  }

  async keepRunning(call: ClusterCommand): Promise<ComputeCluster> {
    const now = this.parts.clock.now();
    return await this.commander.run(call, 'keep-running', command =>
      decideKeepRunning(command, now),
    );
  }

  async giveUpPods(call: ClusterCommand): Promise<ComputeCluster> {
    return await this.commander.run(call, 'give-up-pods', decideGiveUpPods);
  }

  async delete(call: ClusterCommand): Promise<ComputeCluster> {
    return await this.commander.run(call, 'delete', decideDelete);
  }

  async listActivity(
    call: ClusterCall & { limit: number; cursor?: string },
  ): Promise<ActivityPage> {
    return await this.reader.listActivity(call);
  }

  async getConnectToken(call: ClusterCall): Promise<ConnectToken> {
    const cluster = await this.get(call);
    const token = await this.parts.connectTokens.read(cluster);
    if (token === undefined) {
      throw new WrongStateError(
        'The compute cluster has no token yet: it is made when the cluster starts.',
        cluster,
      );
    }
    return { token };
  }

  async listNamespaces(_call: Call): Promise<NamespaceList> {
    return {
      items: this.parts.mappings.all().map(mapping => ({
        kubernetesCluster: mapping.kubernetesCluster,
        name: mapping.name,
        ownerRef: mapping.owner,
        quota: this.validator.quotaOf(mapping),
      })),
    };
  }

  async listNodeTypes(_call: Call): Promise<NodeTypeList> {
    return { items: await this.parts.platform.listNodeTypes() };
  }

  async listVolumes(_call: Call): Promise<VolumeList> {
    return { items: await this.parts.platform.listVolumes() };
  }

  async listImages(_call: Call): Promise<SparkImageList> {
    return { items: this.parts.images };
  }

  async getMe({ credentials }: Call): Promise<Me> {
    const caller = await this.parts.callers.of(credentials);
    return {
      userEntityRef: caller.ref,
      ownershipEntityRefs: caller.ownershipRefs,
      admin: caller.admin,
      canCreate:
        this.parts.mappings.all().length > 0 &&
        (caller.admin ||
          this.parts.mappings.ownedBy(caller.ownershipRefs).length > 0),
    };
  }

  async getHealth(_call: Call): Promise<Health> {
    return await this.parts.kubernetesHealth.read();
  }
}
