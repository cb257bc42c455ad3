/** A Spark property and who decided it. */
export interface SparkProperty {
  name: string;
  value: string;
  source: PropertySource;
}

/** Who decides a property. */
export type PropertySource = 'platform' | 'node-type' | 'user';

/** Marks a set of properties with their source. */
export function propertiesOf(
  source: PropertySource,
  values: Record<string, string>,
): SparkProperty[] {
  return Object.entries(values).map(([name, value]) => ({
    name,
    value,
    source,
  }));
}
