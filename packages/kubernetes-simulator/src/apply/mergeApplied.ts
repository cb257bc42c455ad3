import type { JsonObject, JsonValue } from '../objects/json';
import { isJsonObject } from '../objects/json';
import { isAtomic, isSet, itemKey, listKeysOf } from './structure';

function mergeItems(
  keys: string[],
  live: JsonValue[],
  applied: JsonValue[],
): JsonValue[] {
  const result = [...live];
  for (const item of applied.filter(isJsonObject)) {
    const identity = itemKey(keys, item);
    const index = result.findIndex(
      other => isJsonObject(other) && itemKey(keys, other) === identity,
    );
    const present = result[index];
    if (isJsonObject(present)) result[index] = mergeApplied(present, item);
    else result.push(item);
  }
  return result;
}

function mergeValue(
  field: string,
  live: JsonValue | undefined,
  applied: JsonValue,
): JsonValue {
  if (Array.isArray(applied) && Array.isArray(live)) {
    if (isSet(field)) {
      return [...live, ...applied.filter(item => !live.includes(item))];
    }
    const keys = listKeysOf(field, applied);
    return keys ? mergeItems(keys, live, applied) : applied;
  }
  if (isJsonObject(applied) && isJsonObject(live) && !isAtomic(field)) {
    return mergeApplied(live, applied);
  }
  return applied;
}

/** The live object with everything in it that an apply sets. */
export function mergeApplied(
  live: JsonObject,
  applied: JsonObject,
): JsonObject {
  const result = { ...live };
  for (const [field, value] of Object.entries(applied)) {
    if (value === undefined || value === null) continue;
    result[field] = mergeValue(field, result[field], value);
  }
  return result;
}
