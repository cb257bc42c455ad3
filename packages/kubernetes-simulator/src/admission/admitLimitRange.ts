import type { KubernetesObject } from '../objects/KubernetesObject';
import type { Container, Pod, Quantities } from '../objects/Pod';
import { isPod } from '../objects/Pod';
import { Quantity } from '../objects/Quantity';
import { LIMIT_RANGES } from '../resources/resourceTypes';
import { forbidden } from '../status';
import type { Admission } from './Admission';

type Limit = {
  type: string;
  default?: Quantities;
  defaultRequest?: Quantities;
  max?: Quantities;
  min?: Quantities;
};

type LimitRange = KubernetesObject & { spec: { limits: Limit[] } };

function isLimitRange(object: KubernetesObject): object is LimitRange {
  return object.kind === 'LimitRange' && object.spec !== undefined;
}

function withDefaults(container: Container, limit: Limit): Container {
  const { requests = {}, limits = {} } = container.resources ?? {};
  const defaultLimits = { ...limit.max, ...limit.default };
  const defaultRequests = {
    ...limit.min,
    ...defaultLimits,
    ...limit.defaultRequest,
  };
  const allLimits = { ...defaultLimits, ...limits };
  const allRequests = { ...defaultRequests, ...limits, ...requests };
  return {
    ...container,
    resources: {
      ...container.resources,
      ...(Object.keys(allLimits).length ? { limits: allLimits } : {}),
      ...(Object.keys(allRequests).length ? { requests: allRequests } : {}),
    },
  };
}

function violations(container: Container, limit: Limit): string[] {
  const { requests = {}, limits = {} } = container.resources ?? {};
  const over = Object.entries(limit.max ?? {}).flatMap(([name, max]) =>
    Quantity.of(limits[name]).milli > Quantity.of(max).milli
      ? [
          `maximum ${name} usage per Container is ${max}, but limit is ${limits[name]}`,
        ]
      : [],
  );
  const under = Object.entries(limit.min ?? {}).flatMap(([name, min]) =>
    Quantity.of(requests[name]).milli < Quantity.of(min).milli
      ? [
          `minimum ${name} usage per Container is ${min}, but request is ${requests[name]}`,
        ]
      : [],
  );
  return [...under, ...over];
}

function applyLimit(pod: Pod, limit: Limit): Pod {
  const containers = pod.spec.containers.map(container =>
    withDefaults(container, limit),
  );
  return { ...pod, spec: { ...pod.spec, containers } };
}

/** Fills in a namespace's default resources, and holds pods to its bounds. */
export const admitLimitRange: Admission = (type, object, store) => {
  if (!isPod(object)) return object;
  const limits = store
    .list(LIMIT_RANGES, object.metadata.namespace)
    .filter(isLimitRange)
    .flatMap(range => range.spec.limits)
    .filter(limit => limit.type === 'Container');
  const pod = limits.reduce(applyLimit, object);
  const problems = pod.spec.containers.flatMap(container =>
    limits.flatMap(limit => violations(container, limit)),
  );
  if (problems.length === 0) return pod;
  const text = problems.length > 1 ? `[${problems.join(', ')}]` : problems[0];
  throw forbidden(type, object.metadata.name, text);
};
