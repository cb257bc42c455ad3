import type { KubernetesObject } from './KubernetesObject';
import type { Condition, Quantities } from './Pod';

/** Keeps pods away from a node. */
export type Taint = { key: string; value?: string; effect: string };

/** A node, as far as the simulator looks at it. */
export type Node = KubernetesObject & {
  kind: 'Node';
  spec: { taints?: Taint[]; unschedulable?: boolean };
  status: {
    allocatable?: Quantities;
    capacity?: Quantities;
    conditions?: Condition[];
  };
};

/** Whether an object is a node. */
export function isNode(object: KubernetesObject): object is Node {
  return object.kind === 'Node' && object.apiVersion === 'v1';
}
