import type { Container, PodSpec, Quantities } from '../../objects/Pod';

function normalized(quantities: Quantities | undefined): Quantities {
  return Object.fromEntries(
    Object.entries(quantities ?? {}).map(([name, value]) => [
      name,
      String(value),
    ]),
  );
}

/** A limit without a request is the request, too. */
function defaultResources(container: Container): Container['resources'] {
  if (!container.resources) return {};
  const limits = normalized(container.resources.limits);
  const requests = { ...limits, ...normalized(container.resources.requests) };
  return {
    ...container.resources,
    ...(Object.keys(limits).length ? { limits } : {}),
    ...(Object.keys(requests).length ? { requests } : {}),
  };
}

function defaultContainer(container: Container): Container {
  const latest = /(:latest|^[^:@]+)$/.test(container.image ?? '');
  return {
    terminationMessagePath: '/dev/termination-log',
    terminationMessagePolicy: 'File',
    imagePullPolicy: latest ? 'Always' : 'IfNotPresent',
    ...container,
    ...(container.ports
      ? { ports: container.ports.map(port => ({ protocol: 'TCP', ...port })) }
      : {}),
    resources: defaultResources(container),
  };
}

/** A pod's specification with what Kubernetes fills in. */
export function defaultPodSpec(spec: PodSpec): PodSpec {
  return {
    restartPolicy: 'Always',
    terminationGracePeriodSeconds: 30,
    dnsPolicy: 'ClusterFirst',
    securityContext: {},
    schedulerName: 'default-scheduler',
    ...spec,
    containers: spec.containers.map(defaultContainer),
    ...(spec.initContainers
      ? { initContainers: spec.initContainers.map(defaultContainer) }
      : {}),
  };
}
