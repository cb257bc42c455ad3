import type { JsonObject, JsonValue } from '../objects/json';
import { isJsonObject, sameJson } from '../objects/json';
import { isAtomic, isSet, itemKey, listKeysOf } from './structure';

/**
 * A set of fields in the form of Kubernetes' FieldsV1: a tree whose keys are `f:NAME` for a member, `k:{…}` for a list's
 * item and `v:…` for a set's value; a leaf is an empty object, and `.` stands for the parent itself.
 */
export type Fields = { [key: string]: Fields };

function fieldsOfList(field: string, list: JsonValue[]): Fields {
  if (isSet(field)) {
    return Object.fromEntries(
      list.map(item => [`v:${JSON.stringify(item)}`, {}]),
    );
  }
  const keys = listKeysOf(field, list);
  if (!keys) return {};
  return Object.fromEntries(
    list
      .filter(isJsonObject)
      .map(item => [itemKey(keys, item), { '.': {}, ...fieldsOf(item) }]),
  );
}

function fieldsOfValue(field: string, value: JsonValue): Fields {
  if (Array.isArray(value)) return fieldsOfList(field, value);
  if (isJsonObject(value) && !isAtomic(field)) return fieldsOf(value);
  return {};
}

/** All fields that a value sets. */
export function fieldsOf(value: JsonObject): Fields {
  const fields: Fields = {};
  for (const [key, child] of Object.entries(value)) {
    if (child !== undefined && child !== null) {
      fields[`f:${key}`] = fieldsOfValue(key, child);
    }
  }
  return fields;
}

function isLeaf(fields: Fields): boolean {
  return Object.keys(fields).length === 0;
}

/** The paths of a set's leaves. */
export function leavesOf(fields: Fields, prefix: string[] = []): string[][] {
  if (isLeaf(fields)) return prefix.length ? [prefix] : [];
  return Object.entries(fields).flatMap(([key, child]) =>
    leavesOf(child, [...prefix, key]),
  );
}

/** Whether a set has a path, as a leaf or above one. */
export function hasPath(fields: Fields, path: string[]): boolean {
  let node: Fields | undefined = fields;
  for (const key of path) {
    node = node[key];
    if (!node) return false;
  }
  return true;
}

/** What is in either set. */
export function unionOf(left: Fields, right: Fields): Fields {
  const result: Fields = { ...left };
  for (const [key, child] of Object.entries(right)) {
    result[key] = result[key] ? unionOf(result[key], child) : child;
  }
  return result;
}

/** A set without some leaves; emptied parents go too. */
export function without(fields: Fields, paths: string[][]): Fields {
  const drop = new Set(paths.map(path => path.join('\u0000')));
  const prune = (node: Fields, prefix: string): Fields | undefined => {
    if (isLeaf(node)) return drop.has(prefix) ? undefined : node;
    const kept: Fields = {};
    for (const [key, child] of Object.entries(node)) {
      const rest = prune(child, prefix ? `${prefix}\u0000${key}` : key);
      if (rest) kept[key] = rest;
    }
    return isLeaf(kept) ? undefined : kept;
  };
  return prune(fields, '') ?? {};
}

function findItem(list: JsonValue[], identity: string): JsonValue | undefined {
  const wanted: JsonValue = JSON.parse(identity);
  if (!isJsonObject(wanted)) return undefined;
  const keys = Object.keys(wanted);
  return list.find(
    item =>
      isJsonObject(item) &&
      itemKey(keys, item) === `k:${JSON.stringify(wanted)}`,
  );
}

/** The value at a path, or undefined. */
export function valueAt(
  root: JsonValue | undefined,
  path: string[],
): JsonValue | undefined {
  let value = root;
  for (const key of path) {
    const name = key.slice(2);
    if (key === '.') continue;
    if (key.startsWith('f:')) {
      value = isJsonObject(value) ? value[name] : undefined;
    } else if (!Array.isArray(value)) return undefined;
    else if (key.startsWith('k:')) value = findItem(value, name);
    else {
      const wanted: JsonValue = JSON.parse(name);
      value = value.find(item => sameJson(item, wanted));
    }
  }
  return value;
}

/** A path as Kubernetes writes it in messages: `.spec.containers[name="driver"].image`. */
export function pathText(path: string[]): string {
  return path
    .filter(key => key !== '.')
    .map(key => {
      const name = key.slice(2);
      if (key.startsWith('f:')) return `.${name}`;
      if (key.startsWith('v:')) return `[=${name}]`;
      const identity: JsonObject = JSON.parse(name);
      const pairs = Object.entries(identity).map(
        ([field, value]) => `${field}=${JSON.stringify(value)}`,
      );
      return `[${pairs.join(',')}]`;
    })
    .join('');
}
