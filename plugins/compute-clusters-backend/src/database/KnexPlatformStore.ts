import {
  NodeType,
  Volume,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { Knex } from 'knex';
import {
  toNodeType,
  toNodeTypeRow,
  toVolume,
  toVolumeRow,
} from './platformRows';
import { PlatformStore, Seed } from './PlatformStore';
import { NodeTypeRow, VolumeRow } from './rows';

/** Keeps node types and volumes in the plugin's own database. */
export class KnexPlatformStore implements PlatformStore {
  static create(options: { knex: Knex }): KnexPlatformStore {
    return new KnexPlatformStore(options.knex);
  }

  private constructor(private readonly knex: Knex) {}

  async seed(seeds: {
    nodeTypes: Seed<NodeType>[];
    volumes: Seed<Volume>[];
  }): Promise<void> {
    for (const { locked, ...nodeType } of seeds.nodeTypes) {
      await this.put('node_types', toNodeTypeRow(nodeType), locked);
    }
    for (const { locked, ...volume } of seeds.volumes) {
      await this.put('volumes', toVolumeRow(volume), locked);
    }
  }

  async listNodeTypes(): Promise<NodeType[]> {
    const rows = await this.knex<NodeTypeRow>('node_types').orderBy([
      'cpu',
      'memory',
      'name',
    ]);
    return rows.map(toNodeType);
  }

  async getNodeType(name: string): Promise<NodeType | undefined> {
    const row = await this.knex<NodeTypeRow>('node_types')
      .where({ name })
      .first();
    return row && toNodeType(row);
  }

  async listVolumes(): Promise<Volume[]> {
    const rows = await this.knex<VolumeRow>('volumes').orderBy('name');
    return rows.map(toVolume);
  }

  async getVolume(name: string): Promise<Volume | undefined> {
    const row = await this.knex<VolumeRow>('volumes').where({ name }).first();
    return row && toVolume(row);
  }

  private async put(
    table: string,
    row: { name: string },
    locked: boolean,
  ): Promise<void> {
    const insert = this.knex(table).insert(row).onConflict('name');
    await (locked ? insert.merge() : insert.ignore());
  }
}
