const LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const SUBDOMAIN = `${LABEL}(\\.${LABEL})*`;
const VALUE = '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?';
const KEY_NAME = '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]';

function matches(pattern: string, text: string): boolean {
  return new RegExp(`^(?:${pattern})$`).test(text);
}

function tooLong(limit: number): string {
  return `must be no more than ${limit} bytes`;
}

/** What is wrong with an object's name, or undefined. */
export function problemOfName(name: string): string | undefined {
  if (name.length > 253) return tooLong(253);
  if (matches(SUBDOMAIN, name)) return undefined;
  return `a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '${SUBDOMAIN}')`;
}

/** What is wrong with the name of a namespace or container, or undefined. */
export function problemOfLabelName(name: string): string | undefined {
  if (name.length > 63) return tooLong(63);
  if (matches(LABEL, name)) return undefined;
  return `a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '${LABEL}')`;
}

/** What is wrong with a Service's name, or undefined. */
export function problemOfServiceName(name: string): string | undefined {
  if (name.length > 63) return tooLong(63);
  if (matches('[a-z]([-a-z0-9]*[a-z0-9])?', name)) return undefined;
  return `a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')`;
}

/** What is wrong with a label's value, or undefined. */
export function problemOfLabelValue(value: string): string | undefined {
  if (value.length > 63) return tooLong(63);
  if (matches(VALUE, value)) return undefined;
  return `a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '${VALUE}')`;
}

/** What is wrong with the key of a label or annotation, or undefined. */
export function problemOfQualifiedName(key: string): string | undefined {
  const slash = key.indexOf('/');
  const name = key.slice(slash + 1);
  const prefix = slash < 0 ? undefined : key.slice(0, slash);
  const good =
    name.length <= 63 &&
    matches(KEY_NAME, name) &&
    (prefix === undefined || problemOfName(prefix) === undefined);
  if (good) return undefined;
  return `name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '${KEY_NAME}')`;
}
