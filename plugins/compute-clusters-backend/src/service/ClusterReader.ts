import {
  ActivityPage,
  ComputeCluster,
  ComputeClusterPage,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { ClusterRecord, ClusterStore, NamespaceKey } from '../database';
import { NamespaceMappings, toNamespaceKey } from '../ownership';
import { ClusterPresenter } from './ClusterPresenter';
import { ClusterCall, ListCall } from './ComputeClusterService';
import {
  decodeActivityCursor,
  decodeClusterCursor,
  encodeActivityCursor,
  encodeClusterCursor,
} from './cursors';
import { ClusterNotFoundError } from './errors';
import { parseSort } from './parseSort';

interface Parts {
  store: ClusterStore;
  mappings: NamespaceMappings;
  presenter: ClusterPresenter;
}

/** Shows what is stored. */
export class ClusterReader {
  static create(parts: Parts): ClusterReader {
    return new ClusterReader(parts);
  }

  private constructor(private readonly parts: Parts) {}

  /** @throws MalformedRequestError if the cursor is none */
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
    const { items, totalItems, stateCounts, next, previous } = slice;
    return {
      items: await this.parts.presenter.presentAll(items),
      totalItems,
      stateCounts,
      pageInfo: {
        nextCursor: next && encodeClusterCursor({ filter, position: next }),
        prevCursor:
          previous && encodeClusterCursor({ filter, position: previous }),
      },
    };
  }

  /** @throws ClusterNotFoundError */
  async get(id: string): Promise<ComputeCluster> {
    return await this.present(await this.parts.store.get(id));
  }

  /** @throws ClusterNotFoundError */
  async getByName(
    key: NamespaceKey & { name: string },
  ): Promise<ComputeCluster> {
    return await this.present(await this.parts.store.getByName(key));
  }

  /** Clusters by id; undefined where there is none. */
  async getMany(ids: string[]): Promise<(ComputeCluster | undefined)[]> {
    const records = await this.parts.store.getMany(ids);
    const clusters = await this.parts.presenter.presentAll(
      records.filter(record => record !== undefined),
    );
    const byId = new Map(clusters.map(cluster => [cluster.id, cluster]));
    return ids.map(id => byId.get(id));
  }

  /** @throws MalformedRequestError if the cursor is none */
  async listActivity(
    call: ClusterCall & { limit: number; cursor?: string },
  ): Promise<ActivityPage> {
    const position =
      call.cursor === undefined ? undefined : decodeActivityCursor(call.cursor);
    const { next, previous, items, totalItems } =
      await this.parts.store.listActivity(call.id, {
        limit: call.limit,
        position,
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

  private async present(
    record: ClusterRecord | undefined,
  ): Promise<ComputeCluster> {
    if (!record) {
      throw new ClusterNotFoundError();
    }
    return await this.parts.presenter.present(record);
  }
}
