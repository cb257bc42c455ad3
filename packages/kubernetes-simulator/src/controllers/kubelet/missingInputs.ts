import type { Container, Pod, VolumeSource } from '../../objects/Pod';
import { childOf } from '../../objects/json';
import type { ResourceType } from '../../resources/ResourceType';
import { CONFIG_MAPS, SECRETS } from '../../resources/resourceTypes';
import type { ObjectStore } from '../../storage/ObjectStore';

function exists(
  store: ObjectStore,
  pod: Pod,
  type: ResourceType,
  name: string | undefined,
): boolean {
  return !name || store.get(type, pod.metadata.namespace, name) !== undefined;
}

function missingSource(
  store: ObjectStore,
  pod: Pod,
  { secret, configMap }: VolumeSource,
): string | undefined {
  const secretName = secret?.secretName ?? secret?.name;
  if (!secret?.optional && !exists(store, pod, SECRETS, secretName)) {
    return `secret "${secretName}" not found`;
  }
  const mapName = configMap?.name;
  if (!configMap?.optional && !exists(store, pod, CONFIG_MAPS, mapName)) {
    return `configmap "${mapName}" not found`;
  }
  return undefined;
}

/** Why a volume cannot be mounted, in the kubelet's words, or undefined. */
export function missingVolume(
  store: ObjectStore,
  pod: Pod,
): string | undefined {
  for (const volume of pod.spec.volumes ?? []) {
    const sources = [volume, ...(volume.projected?.sources ?? [])];
    for (const source of sources) {
      const missing = missingSource(store, pod, source);
      if (missing) {
        return `MountVolume.SetUp failed for volume "${volume.name}" : ${missing}`;
      }
    }
  }
  return undefined;
}

function missingKey(
  store: ObjectStore,
  pod: Pod,
  type: ResourceType,
  ref: { name: string; key: string; optional?: boolean } | undefined,
): string | undefined {
  if (!ref || ref.optional) return undefined;
  const word = type === SECRETS ? 'secret' : 'configmap';
  const { namespace } = pod.metadata;
  const source = store.get(type, namespace, ref.name);
  if (!source) return `${word} "${ref.name}" not found`;
  const known = childOf(source, 'data')[ref.key] !== undefined;
  const kind = type === SECRETS ? 'Secret' : 'ConfigMap';
  return known
    ? undefined
    : `couldn't find key ${ref.key} in ${kind} ${namespace}/${ref.name}`;
}

function missingInContainer(
  store: ObjectStore,
  pod: Pod,
  { env = [] }: Container,
): string | undefined {
  for (const { valueFrom } of env) {
    const missing =
      missingKey(store, pod, SECRETS, valueFrom?.secretKeyRef) ??
      missingKey(store, pod, CONFIG_MAPS, valueFrom?.configMapKeyRef);
    if (missing) return missing;
  }
  return undefined;
}

/** Why a container cannot be configured, in the kubelet's words, or undefined. */
export function missingVariable(
  store: ObjectStore,
  pod: Pod,
): string | undefined {
  for (const container of pod.spec.containers) {
    const missing = missingInContainer(store, pod, container);
    if (missing) return missing;
  }
  return undefined;
}
