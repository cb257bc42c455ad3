import type { JsonObject, JsonValue } from '../objects/json';
import { isJsonObject } from '../objects/json';

/** Lists of objects that are merged item by item, with the fields that tell items apart. */
const LIST_KEYS: Record<string, string[]> = {
  containers: ['name'],
  initContainers: ['name'],
  env: ['name'],
  volumes: ['name'],
  volumeMounts: ['mountPath'],
  imagePullSecrets: ['name'],
  secrets: ['name'],
  ownerReferences: ['uid'],
  conditions: ['type'],
  hostAliases: ['ip'],
  topologySpreadConstraints: ['topologyKey', 'whenUnsatisfiable'],
};

/** Objects that belong to one owner as a whole. */
const ATOMIC_OBJECTS = new Set([
  'selector',
  'podSelector',
  'namespaceSelector',
  'labelSelector',
  'nodeSelector',
  'fieldRef',
  'resourceFieldRef',
  'secretKeyRef',
  'configMapKeyRef',
  'secretRef',
  'localObjectReference',
  'roleRef',
  'capacity',
]);

const DEFAULTS: Record<string, JsonValue> = { protocol: 'TCP' };

/** The fields that identify an item of a list, or undefined if the list is one value. */
export function listKeysOf(
  field: string,
  items: JsonValue[],
): string[] | undefined {
  if (field !== 'ports') return LIST_KEYS[field];
  const first = items.find(isJsonObject);
  return first && 'containerPort' in first
    ? ['containerPort', 'protocol']
    : ['port', 'protocol'];
}

/** Whether a list is a set of plain values. */
export function isSet(field: string): boolean {
  return field === 'finalizers';
}

/** Whether an object is one value. */
export function isAtomic(field: string): boolean {
  return ATOMIC_OBJECTS.has(field);
}

/** An item's identity, as FieldsV1 writes it: `k:{"name":"driver"}`. */
export function itemKey(keys: string[], item: JsonObject): string {
  const entries = keys.map(key => [key, item[key] ?? DEFAULTS[key] ?? null]);
  return `k:${JSON.stringify(Object.fromEntries(entries))}`;
}
