import { NodeType } from '@compute-clusters/backstage-plugin-compute-clusters-common';

/** Extended resources of a node type, as Kubernetes quantities. */
export function acceleratorQuantities(
  nodeType: NodeType,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(nodeType.accelerators).map(([name, count]) => [
      name,
      String(count),
    ]),
  );
}
