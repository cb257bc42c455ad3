import {
  NodeType,
  Volume,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';

/** A configured entry; a locked one always is as configured. */
export type Seed<T> = T & { locked: boolean };

/** Keeps what the platform team offers: node types and volumes. */
export interface PlatformStore {
  /**
   * Stores configured entries: locked ones as they are, others only where there is none of that name, because what an
   * admin changed since must stay.
   */
  seed(seeds: {
    nodeTypes: Seed<NodeType>[];
    volumes: Seed<Volume>[];
  }): Promise<void>;

  /** All node types, small ones first. */
  listNodeTypes(): Promise<NodeType[]>;

  getNodeType(name: string): Promise<NodeType | undefined>;

  /** All volumes by name. */
  listVolumes(): Promise<Volume[]>;

  getVolume(name: string): Promise<Volume | undefined>;
}
