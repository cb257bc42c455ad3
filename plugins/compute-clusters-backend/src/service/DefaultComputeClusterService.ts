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
import {
  ClusterRecord,
  ClusterStore,
  NamespaceKey,
  PlatformStore,
} from '../database';
import { NamespaceMappings, toNamespaceKey } from '../ownership';
import { Callers } from './Callers';
import { ClusterCommander } from './ClusterCommander';
import { ClusterPresenter } from './ClusterPresenter';
import { ClusterValidator } from './ClusterValidator';
import {
  decideDelete,
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
import {
  decodeActivityCursor,
  decodeClusterCursor,
  encodeActivityCursor,
  encodeClusterCursor,
} from './cursors';
import { ClusterNotFoundError, WrongStateError } from './errors';
import { parseSort } from './parseSort';
import {
  ConnectTokens,
  DesiredChangeListener,
  KubernetesHealth,
  QuotaUse,
} from './ports';

/** What the service works with. */
export interface DefaultComputeClusterServiceOptions {
  store: ClusterStore;
  platform: PlatformStore;
  images: SparkImage[];
  mappings: NamespaceMappings;
  presenter: ClusterPresenter;
  callers: Callers;
  connectTokens: ConnectTokens;
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
    return new DefaultComputeClusterService(options, validator, commander);
  }

  private constructor(
    private readonly parts: DefaultComputeClusterServiceOptions,
    private readonly validator: ClusterValidator,
    private readonly commander: ClusterCommander,
  ) {}

  async list(call: ListCall): Promise<ComputeClusterPage> {
    const cursor =
      call.cursor === undefined ? undefined : decodeClusterCursor(call.cursor);
    const filter = cursor?.filter ?? call.filter;
    const { owner, sort, ...rest } = filter;
    const slice = await this.parts.store.list({
      ...rest,
      ...call.scope,
      ownedNamespaces:
        owner && this.parts.mappings.ownedBy(owner).map(toNamespaceKey),
      sort: sort && parseSort(sort),
      limit: call.limit,
      position: cursor?.position,
    });
    const { next, previous } = slice;
    return {
      items: await this.parts.presenter.presentAll(slice.items),
      totalItems: slice.totalItems,
      pageInfo: {
        nextCursor: next && encodeClusterCursor({ filter, position: next }),
        prevCursor:
          previous && encodeClusterCursor({ filter, position: previous }),
      },
    };
  }

  async get({ id }: ClusterCall): Promise<ComputeCluster> {
    return await this.present(await this.parts.store.get(id));
  }

  async getByName(
    call: Call & NamespaceKey & { name: string },
  ): Promise<ComputeCluster> {
    return await this.present(await this.parts.store.getByName(call));
  }

  /** Clusters by id, for the permission framework; undefined where there is none. */
  async getMany(ids: string[]): Promise<(ComputeCluster | undefined)[]> {
    const records = await this.parts.store.getMany(ids);
    const clusters = await this.parts.presenter.presentAll(
      records.filter(record => record !== undefined),
    );
    const byId = new Map(clusters.map(cluster => [cluster.id, cluster]));
    return ids.map(id => byId.get(id));
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

  async delete(call: ClusterCommand): Promise<ComputeCluster> {
    return await this.commander.run(call, 'delete', decideDelete);
  }

  async listActivity(
    call: ClusterCall & { limit: number; cursor?: string },
  ): Promise<ActivityPage> {
    const { next, previous, items, totalItems } =
      await this.parts.store.listActivity(call.id, {
        limit: call.limit,
        position:
          call.cursor === undefined
            ? undefined
            : decodeActivityCursor(call.cursor),
      });
    return {
      items: items.map(({ clusterId: _, ...activity }) => activity),
      totalItems,
      pageInfo: {
        nextCursor: next && encodeActivityCursor(next),
        prevCursor: previous && encodeActivityCursor(previous),
      },
    };
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

  private async present(
    record: ClusterRecord | undefined,
  ): Promise<ComputeCluster> {
    if (!record) {
      throw new ClusterNotFoundError();
    }
    return await this.parts.presenter.present(record);
  }
}
