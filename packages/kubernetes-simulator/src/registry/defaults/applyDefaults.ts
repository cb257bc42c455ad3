import { childOf, isJsonObject } from '../../objects/json';
import type { Job } from '../../objects/Job';
import { isJob } from '../../objects/Job';
import type { KubernetesObject } from '../../objects/KubernetesObject';
import type { Pod } from '../../objects/Pod';
import { isPod } from '../../objects/Pod';
import { defaultPodSpec } from './defaultPodSpec';

function defaultPod(pod: Pod): Pod {
  const account = pod.spec.serviceAccountName ?? 'default';
  return {
    ...pod,
    spec: {
      preemptionPolicy: 'PreemptLowerPriority',
      priority: 0,
      enableServiceLinks: true,
      ...defaultPodSpec(pod.spec),
      serviceAccountName: account,
      serviceAccount: account,
      tolerations: defaultTolerations(pod),
    },
  };
}

/** The pod of a lost node is given up after five minutes, unless it says otherwise. */
function defaultTolerations(pod: Pod): Pod['spec']['tolerations'] {
  const present = pod.spec.tolerations ?? [];
  const missing = ['not-ready', 'unreachable']
    .map(name => `node.kubernetes.io/${name}`)
    .filter(key => !present.some(toleration => toleration.key === key))
    .map(key => ({
      key,
      operator: 'Exists',
      effect: 'NoExecute',
      tolerationSeconds: 300,
    }));
  return [...present, ...missing];
}

function defaultJob(job: Job): Job {
  const uid = job.metadata.uid;
  const names = {
    'batch.kubernetes.io/controller-uid': uid,
    'batch.kubernetes.io/job-name': job.metadata.name,
    'controller-uid': uid,
    'job-name': job.metadata.name,
  };
  const { template } = job.spec;
  return {
    ...job,
    metadata: withLabels(job.metadata, template.metadata?.labels),
    spec: {
      parallelism: 1,
      completions: 1,
      backoffLimit: 6,
      completionMode: 'NonIndexed',
      suspend: false,
      manualSelector: false,
      podReplacementPolicy: job.spec.podFailurePolicy
        ? 'Failed'
        : 'TerminatingOrFailed',
      ...job.spec,
      selector: job.spec.selector ?? {
        matchLabels: { 'batch.kubernetes.io/controller-uid': uid },
      },
      template: {
        ...template,
        metadata: {
          ...template.metadata,
          labels: { ...template.metadata?.labels, ...names },
        },
        spec: defaultPodSpec(template.spec),
      },
    },
  };
}

/** A Job without labels gets those of its pods. */
function withLabels(
  metadata: Job['metadata'],
  labels: Record<string, string> | undefined,
): Job['metadata'] {
  const own = Object.keys(metadata.labels ?? {}).length > 0;
  return own || !labels ? metadata : { ...metadata, labels };
}

function addressOf(uid: string): string {
  const part = (at: number) => parseInt(uid.slice(at, at + 2), 16);
  return `10.96.${part(0)}.${part(2)}`;
}

function defaultService(service: KubernetesObject): KubernetesObject {
  const spec = childOf(service, 'spec');
  const clusterIP = spec.clusterIP ?? addressOf(service.metadata.uid);
  const ports = Array.isArray(spec.ports) ? spec.ports : [];
  return {
    ...service,
    spec: {
      type: 'ClusterIP',
      sessionAffinity: 'None',
      internalTrafficPolicy: 'Cluster',
      ipFamilies: ['IPv4'],
      ipFamilyPolicy: 'SingleStack',
      ...spec,
      clusterIP,
      clusterIPs: [clusterIP],
      ports: ports.filter(isJsonObject).map(port => ({
        protocol: 'TCP',
        targetPort: port.port,
        ...port,
      })),
    },
  };
}

function defaultSecret(secret: KubernetesObject): KubernetesObject {
  const { stringData, ...rest } = secret;
  const encoded = Object.entries(
    isJsonObject(stringData) ? stringData : {},
  ).map(([key, value]) => [key, Buffer.from(String(value)).toString('base64')]);
  const data = { ...childOf(secret, 'data'), ...Object.fromEntries(encoded) };
  return {
    type: 'Opaque',
    ...rest,
    ...(Object.keys(data).length ? { data } : {}),
  };
}

function defaultNamespace(namespace: KubernetesObject): KubernetesObject {
  const { metadata } = namespace;
  const labels = {
    ...metadata.labels,
    'kubernetes.io/metadata.name': metadata.name,
  };
  return {
    ...namespace,
    metadata: { ...metadata, labels },
    spec: { finalizers: ['kubernetes'], ...childOf(namespace, 'spec') },
  };
}

/** Fills in what Kubernetes would. Expects an object that is valid. */
export function applyDefaults(object: KubernetesObject): KubernetesObject {
  if (isPod(object)) return defaultPod(object);
  if (isJob(object)) return defaultJob(object);
  switch (object.kind) {
    case 'Service':
      return defaultService(object);
    case 'Secret':
      return defaultSecret(object);
    case 'Namespace':
      return defaultNamespace(object);
    default:
      return object;
  }
}
