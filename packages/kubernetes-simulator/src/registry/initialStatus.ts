import type { JsonObject } from '../objects/json';
import { childOf } from '../objects/json';
import type { KubernetesObject } from '../objects/KubernetesObject';
import type { Pod } from '../objects/Pod';
import { isPod } from '../objects/Pod';
import type { ResourceType } from '../resources/ResourceType';

function qosClassOf(pod: Pod): string {
  const resources = pod.spec.containers.map(({ resources: r = {} }) => r);
  const all = resources.flatMap(({ requests = {}, limits = {} }) => [
    ...Object.keys(requests),
    ...Object.keys(limits),
  ]);
  if (all.length === 0) return 'BestEffort';
  const guaranteed = resources.every(({ requests = {}, limits = {} }) =>
    ['cpu', 'memory'].every(
      name => limits[name] !== undefined && limits[name] === requests[name],
    ),
  );
  return guaranteed ? 'Guaranteed' : 'Burstable';
}

/** The status of a new object: what a client sends along does not count, except a node's. */
export function initialStatus(
  type: ResourceType,
  object: KubernetesObject,
): JsonObject {
  if (isPod(object)) {
    return { phase: 'Pending', qosClass: qosClassOf(object) };
  }
  switch (type.kind) {
    case 'Namespace':
      return { phase: 'Active' };
    case 'Node':
      return childOf(object, 'status');
    case 'Service':
      return { loadBalancer: {} };
    case 'PersistentVolumeClaim':
      return { phase: 'Pending' };
    default:
      return {};
  }
}
