import {
  NodeType,
  Volume,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { NodeTypeRow, VolumeRow } from './rows';

/** The node type of a row. */
export function toNodeType(row: NodeTypeRow): NodeType {
  return {
    name: row.name,
    description: row.description,
    cpu: row.cpu,
    memory: row.memory,
    forDriver: Boolean(row.for_driver),
    forExecutor: Boolean(row.for_executor),
    spot: Boolean(row.spot),
    price: row.price === null ? null : JSON.parse(row.price),
    ...JSON.parse(row.placement),
  };
}

/** The row of a node type. */
export function toNodeTypeRow(nodeType: NodeType): NodeTypeRow {
  const { nodeSelector, tolerations, accelerators } = nodeType;
  return {
    name: nodeType.name,
    description: nodeType.description,
    cpu: nodeType.cpu,
    memory: nodeType.memory,
    for_driver: nodeType.forDriver,
    for_executor: nodeType.forExecutor,
    spot: nodeType.spot,
    price: nodeType.price && JSON.stringify(nodeType.price),
    placement: JSON.stringify({ nodeSelector, tolerations, accelerators }),
  };
}

/** The volume of a row. */
export function toVolume(row: VolumeRow): Volume {
  return {
    ...JSON.parse(row.options),
    name: row.name,
    description: row.description,
    type: row.type,
  };
}

/** The row of a volume. */
export function toVolumeRow(volume: Volume): VolumeRow {
  const { name, description, type, path, server, storageClass, sizeGiB } =
    volume;
  return {
    name,
    description,
    type,
    options: JSON.stringify({ path, server, storageClass, sizeGiB }),
  };
}
