import type { JsonObject, JsonValue } from '../objects/json';
import { isJsonObject, sameJson } from '../objects/json';

/** The lists that Kubernetes merges, and by which key. Everything else is replaced. */
const MERGE_KEYS: Record<string, string> = {
  containers: 'name',
  initContainers: 'name',
  env: 'name',
  volumes: 'name',
  volumeMounts: 'mountPath',
  imagePullSecrets: 'name',
  secrets: 'name',
  conditions: 'type',
  ownerReferences: 'uid',
  taints: 'key',
};

function portKey(item: JsonObject): string {
  return 'containerPort' in item ? 'containerPort' : 'port';
}

function mergeKeyOf(field: string, items: JsonValue[]): string | undefined {
  if (field !== 'ports') return MERGE_KEYS[field];
  const first = items.find(isJsonObject);
  return first && portKey(first);
}

function mergeItem(
  list: JsonValue[],
  key: string,
  item: JsonObject,
): JsonValue[] {
  const index = list.findIndex(
    other => isJsonObject(other) && sameJson(other[key], item[key]),
  );
  if (item.$patch === 'delete') {
    return list.filter((_, position) => position !== index);
  }
  if (index < 0) return [...list, item];
  const present = list[index];
  const merged = isJsonObject(present)
    ? strategicMergePatch(present, item)
    : item;
  return list.map((other, position) => (position === index ? merged : other));
}

function mergeList(
  field: string,
  target: JsonValue[],
  patch: JsonValue[],
): JsonValue[] {
  if (field === 'finalizers') {
    return [...target, ...patch.filter(item => !target.includes(item))];
  }
  const key = mergeKeyOf(field, patch);
  if (!key) return patch;
  return patch
    .filter(isJsonObject)
    .reduce((list, item) => mergeItem(list, key, item), target);
}

/** Kubernetes' strategic merge patch: like a merge patch, but known lists are merged by their keys. */
export function strategicMergePatch(
  target: JsonObject,
  patch: JsonObject,
): JsonObject {
  if (patch.$patch === 'replace') {
    const { $patch: _directive, ...rest } = patch;
    return rest;
  }
  const result = { ...target };
  for (const [field, value] of Object.entries(patch)) {
    const present = result[field];
    if (field.startsWith('$') || value === undefined) continue;
    if (value === null) delete result[field];
    else if (isJsonObject(value) && isJsonObject(present)) {
      result[field] = strategicMergePatch(present, value);
    } else if (Array.isArray(value) && Array.isArray(present)) {
      result[field] = mergeList(field, present, value);
    } else result[field] = value;
  }
  return result;
}
