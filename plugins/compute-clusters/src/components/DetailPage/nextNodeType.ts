import type { NodeType } from '@compute-clusters/backstage-plugin-compute-clusters-common';

/** The smallest node type for drivers with more memory than this one; undefined if there is none, or this one is gone. */
export function nextNodeType(
  nodeTypes: readonly NodeType[],
  name: string,
): NodeType | undefined {
  const current = nodeTypes.find(type => type.name === name);
  if (!current) return undefined;
  return nodeTypes
    .filter(({ forDriver, memory }) => forDriver && memory > current.memory)
    .sort((a, b) => a.memory - b.memory || a.cpu - b.cpu)
    .at(0);
}
