import {
  EffectiveConfiguration,
  EffectiveSetting,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import type { V1EnvVar } from '@kubernetes/client-node';
import {
  ClusterObjectInput,
  fromLiteral,
  masterOf,
  platformEnvironment,
  podProperties,
  propertiesOf,
  soundsSecret,
  sparkProperties,
  userEnvironment,
} from '../kubernetes/objects';

const CONNECT_TOKEN = 'spark.connect.authenticate.token';

/** Names a Secret and a key of it; nothing secret. */
const REFERENCE = 'spark.kubernetes.executor.secretKeyRef.';

/**
 * What a driver of this input runs with, sorted by name, and who decided it. It comes from the functions that write the
 * driver's files and its command line. Values that are secret, or sound like it, are null.
 */
export function effectiveConfiguration(
  input: ClusterObjectInput,
): EffectiveConfiguration {
  const secret = secretNames(input);
  const properties = [
    ...sparkProperties({
      ...input,
      secretProperties: Object.fromEntries([...secret].map(n => [n, ''])),
    }),
    ...propertiesOf('platform', {
      'spark.master': masterOf(input),
      ...podProperties(input),
    }),
  ].map(({ name, value, source }) => {
    const hidden = secret.has(name) || (source === 'user' && isHidden(name));
    return { name, value: hidden ? null : value, source };
  });
  return {
    properties: properties.sort(byName),
    environment: [
      ...platformEnvironment().map(row => variable(row, 'platform')),
      ...userEnvironment(input).map(row => variable(row, 'user')),
    ].sort(byName),
  };
}

function secretNames({ spec }: ClusterObjectInput): Set<string> {
  const rows = spec.sparkConf.filter(({ secret }) => secret);
  return new Set([CONNECT_TOKEN, ...rows.map(({ name }) => name)]);
}

function isHidden(name: string): boolean {
  return soundsSecret(name) && !name.startsWith(REFERENCE);
}

function variable(
  { name, value, valueFrom }: V1EnvVar,
  source: 'platform' | 'user',
): EffectiveSetting {
  if (valueFrom?.fieldRef) {
    return {
      name,
      value: `of the pod: ${valueFrom.fieldRef.fieldPath}`,
      source,
    };
  }
  const hidden = valueFrom || value === undefined || soundsSecret(name);
  return { name, value: hidden ? null : fromLiteral(value), source };
}

function byName(a: EffectiveSetting, b: EffectiveSetting): number {
  return a.name < b.name ? -1 : Number(a.name > b.name);
}
