import type { JsonObject, JsonValue } from './json';
import { isJsonObject } from './json';

// Type aliases rather than interfaces: only they may stand where a JsonObject is asked for.

/** Who owns an object. */
export type OwnerReference = {
  apiVersion: string;
  kind: string;
  name: string;
  uid: string;
  controller?: boolean;
  blockOwnerDeletion?: boolean;
};

/** What one manager owns of an object. */
export type ManagedFieldsEntry = {
  manager: string;
  operation: string;
  apiVersion: string;
  time?: string;
  fieldsType: string;
  fieldsV1: JsonObject;
  subresource?: string;
};

/** An object's metadata, as the API server keeps it. */
export type ObjectMeta = {
  name: string;
  generateName?: string;
  namespace?: string;
  uid: string;
  resourceVersion: string;
  generation?: number;
  creationTimestamp: string;
  deletionTimestamp?: string;
  deletionGracePeriodSeconds?: number;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  finalizers?: string[];
  ownerReferences?: OwnerReference[];
  managedFields?: ManagedFieldsEntry[];
};

/** Any object that the API server keeps. Treated as immutable: each change makes a new one. */
export type KubernetesObject = {
  apiVersion: string;
  kind: string;
  metadata: ObjectMeta;
  [field: string]: JsonValue | undefined;
};

/** An object as somebody sends it, before the server has filled in its metadata. */
export type ObjectDraft = {
  apiVersion: string;
  kind: string;
  metadata: Partial<ObjectMeta>;
  [field: string]: JsonValue | undefined;
};

function isText(value: JsonValue | undefined): boolean {
  return value === undefined || typeof value === 'string';
}

function isTextMap(value: JsonValue | undefined): boolean {
  if (value === undefined) return true;
  return (
    isJsonObject(value) &&
    Object.values(value).every(item => typeof item === 'string')
  );
}

function isListOf(
  value: JsonValue | undefined,
  check: (item: JsonValue) => boolean,
): boolean {
  return value === undefined || (Array.isArray(value) && value.every(check));
}

function isOwner(value: JsonValue): boolean {
  return (
    isJsonObject(value) &&
    ['apiVersion', 'kind', 'name', 'uid'].every(
      key => typeof value[key] === 'string',
    )
  );
}

/** The first metadata field whose type is wrong, or undefined. */
export function malformedMetadataField(meta: JsonObject): string | undefined {
  const checks: Array<[string, boolean]> = [
    ['name', isText(meta.name)],
    ['generateName', isText(meta.generateName)],
    ['namespace', isText(meta.namespace)],
    ['uid', isText(meta.uid)],
    ['resourceVersion', isText(meta.resourceVersion)],
    ['labels', isTextMap(meta.labels)],
    ['annotations', isTextMap(meta.annotations)],
    ['finalizers', isListOf(meta.finalizers, item => typeof item === 'string')],
    ['ownerReferences', isListOf(meta.ownerReferences, isOwner)],
    ['managedFields', isListOf(meta.managedFields, isJsonObject)],
  ];
  return checks.find(([, good]) => !good)?.[0];
}

/** Whether JSON has the shape of an object that can be sent to the API server. */
export function isObjectDraft(value: JsonObject): value is ObjectDraft {
  return (
    typeof value.apiVersion === 'string' &&
    typeof value.kind === 'string' &&
    isJsonObject(value.metadata) &&
    malformedMetadataField(value.metadata) === undefined
  );
}

/** Whether JSON has the shape of an object that the API server has filled in. */
export function isKubernetesObject(
  value: JsonObject,
): value is KubernetesObject {
  return (
    isObjectDraft(value) &&
    typeof value.metadata.name === 'string' &&
    typeof value.metadata.uid === 'string' &&
    typeof value.metadata.resourceVersion === 'string'
  );
}
