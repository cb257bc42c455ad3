import {
  NodeType,
  Volume,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { Clock, RecentValue } from '../clock';
import { PlatformStore, Seed } from './PlatformStore';

/** What another backend changed shows here after so long. */
const MAX_AGE_MILLISECONDS = 1_000;

/** Spares the database: every request for a cluster and every start need the node types, of which there are few. */
export class RecentPlatformStore implements PlatformStore {
  static create(options: {
    store: PlatformStore;
    clock: Clock;
  }): RecentPlatformStore {
    return new RecentPlatformStore(options.store, options.clock);
  }

  private readonly nodeTypes: RecentValue<NodeType[]>;
  private readonly volumes: RecentValue<Volume[]>;

  private constructor(private readonly store: PlatformStore, clock: Clock) {
    const common = { clock, maxAge: MAX_AGE_MILLISECONDS };
    this.nodeTypes = RecentValue.create({
      ...common,
      read: () => store.listNodeTypes(),
    });
    this.volumes = RecentValue.create({
      ...common,
      read: () => store.listVolumes(),
    });
  }

  async seed(seeds: {
    nodeTypes: Seed<NodeType>[];
    volumes: Seed<Volume>[];
  }): Promise<void> {
    try {
      await this.store.seed(seeds);
    } finally {
      this.nodeTypes.drop();
      this.volumes.drop();
    }
  }

  async listNodeTypes(): Promise<NodeType[]> {
    return await this.nodeTypes.get();
  }

  async getNodeType(name: string): Promise<NodeType | undefined> {
    return (await this.nodeTypes.get()).find(known => known.name === name);
  }

  async listVolumes(): Promise<Volume[]> {
    return await this.volumes.get();
  }

  async getVolume(name: string): Promise<Volume | undefined> {
    return (await this.volumes.get()).find(known => known.name === name);
  }
}
