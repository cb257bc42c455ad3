import type { JsonObject } from '../objects/json';
import { sameJson } from '../objects/json';
import type {
  KubernetesObject,
  ManagedFieldsEntry,
} from '../objects/KubernetesObject';
import type { Fields } from './Fields';
import {
  fieldsOf,
  hasPath,
  leavesOf,
  unionOf,
  valueAt,
  without,
} from './Fields';

/** Who changes an object. */
export interface Manager {
  name: string;
  operation: 'Apply' | 'Update';
  subresource?: string;
}

/** Metadata that belongs to the server, and so to no manager. */
const SERVER_METADATA = [
  'name',
  'namespace',
  'uid',
  'resourceVersion',
  'generation',
  'creationTimestamp',
  'deletionTimestamp',
  'deletionGracePeriodSeconds',
  'managedFields',
  'selfLink',
];

/** The part of an object that managers own. */
export function ownableOf(object: JsonObject): JsonObject {
  const { apiVersion: _apiVersion, kind: _kind, metadata, ...rest } = object;
  const meta: JsonObject =
    typeof metadata === 'object' &&
    metadata !== null &&
    !Array.isArray(metadata)
      ? { ...metadata }
      : {};
  for (const field of SERVER_METADATA) delete meta[field];
  return { ...rest, ...(Object.keys(meta).length ? { metadata: meta } : {}) };
}

function isFields(value: JsonObject): value is Fields {
  return Object.values(value).every(
    child =>
      typeof child === 'object' &&
      child !== null &&
      !Array.isArray(child) &&
      isFields(child),
  );
}

/** What an entry says is owned. */
export function ownedBy(entry: ManagedFieldsEntry): Fields {
  return isFields(entry.fieldsV1) ? entry.fieldsV1 : {};
}

/** Whether an entry is this manager's. */
export function isEntryOf(
  manager: Manager,
  entry: ManagedFieldsEntry,
): boolean {
  return (
    entry.manager === manager.name &&
    entry.operation === manager.operation &&
    (entry.subresource ?? '') === (manager.subresource ?? '')
  );
}

/** The entries with this manager's replaced; one that owns nothing is left out. */
export function withEntry(
  entries: ManagedFieldsEntry[],
  manager: Manager,
  fields: Fields,
  apiVersion: string,
  time: string,
): ManagedFieldsEntry[] {
  const others = entries.filter(entry => !isEntryOf(manager, entry));
  const previous = entries.find(entry => isEntryOf(manager, entry));
  if (Object.keys(fields).length === 0) return others;
  if (previous && sameJson(previous.fieldsV1, fields)) return entries;
  return [
    ...others,
    {
      manager: manager.name,
      operation: manager.operation,
      apiVersion,
      time,
      fieldsType: 'FieldsV1',
      fieldsV1: fields,
      ...(manager.subresource ? { subresource: manager.subresource } : {}),
    },
  ];
}

/**
 * Who owns what after an ordinary write: what the writer changed is now the writer's alone, and what is gone is
 * nobody's.
 */
export function managedAfterUpdate(
  before: KubernetesObject | undefined,
  after: KubernetesObject,
  manager: Manager,
  time: string,
): ManagedFieldsEntry[] {
  // a writer may also write the records themselves, as when it turns its updates into applies
  const entries =
    (after.metadata.managedFields?.length && after.metadata.managedFields) ||
    (before?.metadata.managedFields ?? []);
  const old = ownableOf(before ?? {});
  const now = ownableOf(after);
  const nowFields = fieldsOf(now);
  if (!before) return withEntry([], manager, nowFields, after.apiVersion, time);
  const changed = leavesOf(nowFields).filter(path => differs(path, old, now));
  const gone = leavesOf(fieldsOf(old)).filter(
    path => !hasPath(nowFields, path),
  );
  if (changed.length === 0 && gone.length === 0) return entries;
  const others = entries.map(entry =>
    isEntryOf(manager, entry)
      ? { ...entry, fieldsV1: without(ownedBy(entry), gone) }
      : { ...entry, fieldsV1: without(ownedBy(entry), [...changed, ...gone]) },
  );
  const own = others.find(entry => isEntryOf(manager, entry));
  const fields = unionOf(own ? ownedBy(own) : {}, treeOf(changed));
  return withEntry(others, manager, fields, after.apiVersion, time).filter(
    entry => Object.keys(entry.fieldsV1).length > 0,
  );
}

/** A list's item itself (`.`) is changed only by adding it. */
function differs(path: string[], old: JsonObject, now: JsonObject): boolean {
  const before = valueAt(old, path);
  if (path[path.length - 1] === '.') return before === undefined;
  return !sameJson(before, valueAt(now, path));
}

function treeOf(paths: string[][]): Fields {
  const root: Fields = {};
  for (const path of paths) {
    let node = root;
    for (const key of path) {
      node[key] ??= {};
      node = node[key];
    }
  }
  return root;
}
