import { SparkProperty } from './SparkProperty';

/**
 * The text of `spark-defaults.conf`. Spark reads it as a Java properties file, in which a backslash, a line break or a
 * colon in a key would change the meaning. Sorted, so that the same properties always give the same file.
 */
export function propertiesFile(properties: SparkProperty[]): string {
  return properties
    .map(({ name, value }) => `${escapeKey(name)} ${escapeValue(value)}\n`)
    .sort()
    .join('');
}

function escapeKey(key: string): string {
  return escapeText(key).replace(/[ :=#!]/g, '\\$&');
}

function escapeValue(value: string): string {
  return escapeText(value).replace(/^[ :=]/, '\\$&');
}

function escapeText(text: string): string {
  return text
    .replace(/\\/g, '\\\\')
    .replace(/\r/g, '\\r')
    .replace(/\n/g, '\\n')
    .replace(/\t/g, '\\t')
    .replace(/\f/g, '\\f');
}
