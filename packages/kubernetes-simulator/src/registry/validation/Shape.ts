import type { JsonValue } from '../../objects/json';
import { isJsonObject } from '../../objects/json';

/** A description of JSON: what is not described is not looked at, what is absent is fine. */
export type Shape =
  | 'string'
  | 'number'
  | 'boolean'
  | 'object'
  | 'strings'
  | 'quantities'
  | [Shape]
  | { [field: string]: Shape };

function isQuantity(value: JsonValue | undefined): boolean {
  return typeof value === 'string' || typeof value === 'number';
}

function mismatchOfMap(
  value: JsonValue,
  check: (item: JsonValue | undefined) => boolean,
  path: string,
): string | undefined {
  if (!isJsonObject(value)) return path;
  const bad = Object.keys(value).find(key => !check(value[key]));
  return bad === undefined ? undefined : `${path}.${bad}`;
}

function mismatchOfName(
  value: JsonValue,
  shape: string,
  path: string,
): string | undefined {
  switch (shape) {
    case 'object':
      return isJsonObject(value) ? undefined : path;
    case 'strings':
      return mismatchOfMap(value, item => typeof item === 'string', path);
    case 'quantities':
      return mismatchOfMap(value, isQuantity, path);
    default:
      return typeof value === shape ? undefined : path;
  }
}

/** The path of the first value that is not as described, or undefined. */
export function mismatch(
  value: JsonValue | undefined,
  shape: Shape,
  path: string,
): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof shape === 'string') return mismatchOfName(value, shape, path);
  if (Array.isArray(shape)) {
    if (!Array.isArray(value)) return path;
    return firstOf(value, (item, index) =>
      item === null
        ? `${path}[${index}]`
        : mismatch(item, shape[0], `${path}[${index}]`),
    );
  }
  if (!isJsonObject(value)) return path;
  return firstOf(Object.keys(shape), field =>
    mismatch(value[field], shape[field], `${path}.${field}`),
  );
}

function firstOf<T>(
  items: T[],
  find: (item: T, index: number) => string | undefined,
): string | undefined {
  for (const [index, item] of items.entries()) {
    const found = find(item, index);
    if (found !== undefined) return found;
  }
  return undefined;
}
