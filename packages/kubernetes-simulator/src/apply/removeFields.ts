import type { JsonObject, JsonValue } from '../objects/json';
import { isJsonObject, sameJson } from '../objects/json';
import { itemKey } from './structure';

function isItem(identity: string, item: JsonValue): boolean {
  const wanted: JsonValue = JSON.parse(identity.slice(2));
  if (identity.startsWith('v:')) return sameJson(item, wanted);
  return (
    isJsonObject(item) &&
    isJsonObject(wanted) &&
    itemKey(Object.keys(wanted), item) === identity
  );
}

function isEmpty(value: JsonValue | undefined): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return isJsonObject(value) && Object.keys(value).length === 0;
}

function removeFromList(list: JsonValue[], path: string[]): JsonValue[] {
  const [identity, ...rest] = path;
  if (rest.length === 0 || rest[0] === '.') {
    return list.filter(item => !isItem(identity, item));
  }
  return list.map(item =>
    isJsonObject(item) && isItem(identity, item)
      ? removeField(item, rest)
      : item,
  );
}

/** The object without the value at a path; containers that this empties go too. */
export function removeField(object: JsonObject, path: string[]): JsonObject {
  const [key, ...rest] = path;
  const field = key.slice(2);
  const value = object[field];
  const result = { ...object };
  if (rest.length === 0) delete result[field];
  else if (Array.isArray(value)) result[field] = removeFromList(value, rest);
  else if (isJsonObject(value)) result[field] = removeField(value, rest);
  if (isEmpty(result[field])) delete result[field];
  return result;
}
