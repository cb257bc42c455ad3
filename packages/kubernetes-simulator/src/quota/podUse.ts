import type { Container, Pod } from '../objects/Pod';
import { Quantity } from '../objects/Quantity';

/** Quantities by the names that a ResourceQuota uses. */
export type Use = Map<string, Quantity>;

const ALIASES: Record<string, string> = {
  cpu: 'requests.cpu',
  memory: 'requests.memory',
  'ephemeral-storage': 'requests.ephemeral-storage',
};

/** `cpu` is short for `requests.cpu`. */
export function canonicalResource(resource: string): string {
  return ALIASES[resource] ?? resource;
}

/** Adds to a sum. */
export function addUse(sum: Use, part: Use): Use {
  const result = new Map(sum);
  for (const [name, quantity] of part) {
    result.set(name, (result.get(name) ?? Quantity.ZERO).plus(quantity));
  }
  return result;
}

/** Takes from a sum. */
export function subtractUse(sum: Use, part: Use): Use {
  const result = new Map(sum);
  for (const [name, quantity] of part) {
    result.set(name, (result.get(name) ?? Quantity.ZERO).minus(quantity));
  }
  return result;
}

function containerUse({ resources = {} }: Container): Use {
  const use: Use = new Map();
  for (const [name, value] of Object.entries(resources.requests ?? {})) {
    use.set(`requests.${name}`, Quantity.of(value));
  }
  for (const [name, value] of Object.entries(resources.limits ?? {})) {
    use.set(`limits.${name}`, Quantity.of(value));
  }
  return use;
}

const uses = new WeakMap<Pod['spec'], Use>();

/** What a pod counts against a quota: itself, its requests and its limits. */
export function podUse(pod: Pod): Use {
  const known = uses.get(pod.spec);
  if (known) return known;
  const one: Use = new Map([['pods', Quantity.of('1')]]);
  const use = pod.spec.containers.map(containerUse).reduce(addUse, one);
  uses.set(pod.spec, use);
  return use;
}
