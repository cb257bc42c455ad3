import type {
  KubernetesObject,
  V1Job,
  V1Service,
} from '@kubernetes/client-node';

/** The product's label prefix and what copies carry instead: the product must not take them for its own. */
export const PRODUCT_PREFIX = 'compute-clusters.backstage.io';
export const COPY_PREFIX = 'bare-client.example';

/** An object as a client would send it: without what the server has added. */
export function patternOf(
  apiVersion: string,
  kind: string,
  object: KubernetesObject,
): KubernetesObject {
  const { name, labels, annotations } = object.metadata ?? {};
  const {
    status: _,
    metadata: __,
    ...content
  }: KubernetesObject & { status?: unknown } = object;
  return withoutServerFields({
    ...content,
    apiVersion,
    kind,
    metadata: { name, labels, annotations },
  });
}

/** The pattern of one cluster, made into the objects of another. */
export function copyFor(
  pattern: KubernetesObject,
  from: { id: string; name: string },
  to: { id: string; name: string },
): KubernetesObject {
  const text = JSON.stringify(pattern)
    .replaceAll(from.id, to.id)
    .replaceAll(from.name, to.name)
    .replaceAll(PRODUCT_PREFIX, COPY_PREFIX);
  return JSON.parse(text);
}

function withoutServerFields(object: KubernetesObject): KubernetesObject {
  if (object.kind === 'Service') {
    return withoutAddresses(object);
  }
  return object.kind === 'Job' ? withoutSelector(object) : object;
}

function withoutAddresses(service: V1Service): V1Service {
  const { clusterIP: _, clusterIPs: __, ...spec } = service.spec ?? {};
  return { ...service, spec };
}

function withoutSelector(job: V1Job): V1Job {
  if (!job.spec) {
    return job;
  }
  const { selector: _, template, ...spec } = job.spec;
  const labels = Object.entries(template.metadata?.labels ?? {}).filter(
    ([key]) => !/controller-uid|job-name/.test(key),
  );
  return {
    ...job,
    spec: {
      ...spec,
      template: {
        ...template,
        metadata: { labels: Object.fromEntries(labels) },
      },
    },
  };
}
