import type { JsonValue } from '../../objects/json';

/** A field that cannot be accepted, as a cause of a Status. */
export interface Problem {
  field: string;
  reason: string;
  message: string;
}

function written(value: JsonValue | undefined): string {
  return typeof value === 'object' ? '{...}' : JSON.stringify(value ?? '');
}

/** A field that must be set. */
export function required(field: string, detail?: string): Problem {
  return {
    field,
    reason: 'FieldValueRequired',
    message: detail ? `Required value: ${detail}` : 'Required value',
  };
}

/** A field with a value that is not allowed. */
export function invalidValue(
  field: string,
  value: JsonValue | undefined,
  detail: string,
): Problem {
  return {
    field,
    reason: 'FieldValueInvalid',
    message: `Invalid value: ${written(value)}: ${detail}`,
  };
}

/** A field that must not be used this way. */
export function forbiddenValue(field: string, detail: string): Problem {
  return {
    field,
    reason: 'FieldValueForbidden',
    message: `Forbidden: ${detail}`,
  };
}

/** A field whose value is not in a list. */
export function unsupported(
  field: string,
  value: JsonValue | undefined,
  supported: string[],
): Problem {
  return {
    field,
    reason: 'FieldValueNotSupported',
    message: `Unsupported value: ${written(
      value,
    )}: supported values: ${supported.map(item => `"${item}"`).join(', ')}`,
  };
}
