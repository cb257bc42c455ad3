import type { Admission } from '../admission/Admission';
import type { Container, Pod } from '../objects/Pod';
import { isPod } from '../objects/Pod';
import { Quantity } from '../objects/Quantity';
import { RESOURCE_QUOTAS } from '../resources/resourceTypes';
import { forbidden } from '../status';
import type { PodSums } from './PodSums';
import type { Use } from './podUse';
import { canonicalResource, podUse } from './podUse';
import type { ResourceQuota } from './ResourceQuota';
import { isResourceQuota } from './ResourceQuota';

class QuotaProblem extends Error {}

const MUST_BE_SET = /^(requests|limits)\.(cpu|memory)$/;

function listOf(names: string[], valueOf: (name: string) => Quantity): string {
  return names.map(name => `${name}=${valueOf(name)}`).join(',');
}

function isSet(container: Container, resource: string): boolean {
  const [part, name] = canonicalResource(resource).split('.');
  const { requests = {}, limits = {} } = container.resources ?? {};
  return (part === 'requests' ? requests : limits)[name] !== undefined;
}

/** A quota on a resource makes every container say what it wants of it. */
function unsetText(hard: string[], pod: Pod): string | undefined {
  const parts = hard
    .filter(resource => MUST_BE_SET.test(canonicalResource(resource)))
    .flatMap(resource => {
      const names = pod.spec.containers
        .filter(container => !isSet(container, resource))
        .map(container => container.name);
      return names.length ? [`${resource} for: ${names.join(',')}`] : [];
    });
  return parts.length ? `must specify ${parts.join('; ')}` : undefined;
}

function assertWithin(quota: ResourceQuota, pod: Pod, used: Use): void {
  const hard = quota.spec.hard ?? {};
  const names = Object.keys(hard).sort();
  const unset = unsetText(names, pod);
  const name = quota.metadata.name;
  if (unset) throw new QuotaProblem(`failed quota: ${name}: ${unset}`);
  const wanted = podUse(pod);
  const amount = (of: Use, resource: string) =>
    of.get(canonicalResource(resource)) ?? Quantity.ZERO;
  const over = names.filter(resource => {
    const request = amount(wanted, resource).milli;
    const total = request + amount(used, resource).milli;
    return request > 0 && total > Quantity.of(hard[resource]).milli;
  });
  if (over.length === 0) return;
  throw new QuotaProblem(
    `exceeded quota: ${name}, requested: ${listOf(over, resource =>
      amount(wanted, resource),
    )}, used: ${listOf(over, resource =>
      amount(used, resource),
    )}, limited: ${listOf(over, resource => Quantity.of(hard[resource]))}`,
  );
}

/** Refuses pods that a ResourceQuota has no room for. */
export function admitQuota(use: PodSums): Admission {
  return (type, object, store) => {
    if (!isPod(object)) return object;
    const { namespace, name } = object.metadata;
    try {
      for (const quota of store.list(RESOURCE_QUOTAS, namespace)) {
        if (isResourceQuota(quota))
          assertWithin(quota, object, use.of(namespace));
      }
    } catch (error) {
      if (error instanceof QuotaProblem)
        throw forbidden(type, name, error.message);
      throw error;
    }
    return object;
  };
}
