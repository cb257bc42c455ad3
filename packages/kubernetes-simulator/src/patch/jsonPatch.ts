import type { JsonObject, JsonValue } from '../objects/json';
import { isJsonObject, sameJson } from '../objects/json';
import { StatusError, badRequest } from '../status';

function failed(message: string): StatusError {
  return new StatusError(
    422,
    'Invalid',
    `the server rejected our request due to an error in our request: ${message}`,
    {},
  );
}

function segmentsOf(pointer: JsonValue | undefined): string[] {
  if (typeof pointer !== 'string' || !pointer.startsWith('/')) {
    throw badRequest(`invalid JSON pointer: ${String(pointer)}`);
  }
  return pointer
    .slice(1)
    .split('/')
    .map(part => part.replace(/~1/g, '/').replace(/~0/g, '~'));
}

function memberOf(
  parent: JsonValue | undefined,
  key: string,
): JsonValue | undefined {
  if (Array.isArray(parent)) return parent[Number(key)];
  return isJsonObject(parent) ? parent[key] : undefined;
}

function childAt(parent: JsonValue | undefined, key: string): JsonValue {
  const child = memberOf(parent, key);
  if (child === undefined) throw failed(`missing path: ${key}`);
  return child;
}

function valueAt(document: JsonValue, path: string[]): JsonValue {
  return path.reduce(childAt, document);
}

function addTo(parent: JsonValue, key: string, value: JsonValue): void {
  if (Array.isArray(parent)) {
    const index = key === '-' ? parent.length : Number(key);
    if (!(index >= 0 && index <= parent.length)) {
      throw failed(`invalid index: ${key}`);
    }
    parent.splice(index, 0, value);
  } else if (isJsonObject(parent)) parent[key] = value;
}

function removeFrom(parent: JsonValue, key: string): void {
  childAt(parent, key);
  if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else if (isJsonObject(parent)) delete parent[key];
}

function applyOperation(document: JsonObject, operation: JsonObject): void {
  const path = segmentsOf(operation.path);
  const key = path[path.length - 1];
  const parent = valueAt(document, path.slice(0, -1));
  const value = operation.value ?? null;
  switch (operation.op) {
    case 'add':
      addTo(parent, key, value);
      break;
    case 'remove':
      removeFrom(parent, key);
      break;
    case 'replace':
      removeFrom(parent, key);
      addTo(parent, key, value);
      break;
    case 'test':
      if (!sameJson(childAt(parent, key), value)) {
        throw failed(`testing value ${String(operation.path)} failed`);
      }
      break;
    case 'copy':
    case 'move': {
      const from = segmentsOf(operation.from);
      const moved = structuredClone(valueAt(document, from));
      if (operation.op === 'move') {
        removeFrom(valueAt(document, from.slice(0, -1)), from[from.length - 1]);
      }
      addTo(parent, key, moved);
      break;
    }
    default:
      throw badRequest(`unknown operation: ${String(operation.op)}`);
  }
}

/** JSON patch (RFC 6902). */
export function jsonPatch(
  target: JsonObject,
  operations: JsonValue,
): JsonObject {
  if (!Array.isArray(operations)) {
    throw badRequest('a JSON patch is a list of operations');
  }
  const document = structuredClone(target);
  for (const operation of operations) {
    if (!isJsonObject(operation)) throw badRequest('malformed JSON patch');
    applyOperation(document, operation);
  }
  return document;
}
