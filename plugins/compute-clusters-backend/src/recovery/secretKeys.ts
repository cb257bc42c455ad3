import { ComputeClusterSpec } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { mapRows, Section, SECTIONS } from '../userSecrets';

/** Under which key of the cluster's Secret of user values each secret setting is kept, by its name. */
export type SecretKeys = Record<Section, Record<string, string>>;

/** The keys of a specification's secret settings. */
export function secretKeysOf(spec: ComputeClusterSpec): SecretKeys {
  const keys: SecretKeys = { environment: {}, sparkConf: {} };
  for (const section of SECTIONS) {
    for (const { name, secret } of spec[section]) {
      if (secret?.stored && secret.ref) {
        keys[section][name] = secret.ref.key;
      }
    }
  }
  return keys;
}

/** A specification that only says which settings are secret, with their keys. Those without one stay without. */
export function withSecretKeys(
  spec: ComputeClusterSpec,
  keys: SecretKeys,
  secretName: string,
): ComputeClusterSpec {
  return mapRows(spec, (row, section) => {
    const key = keys[section][row.name];
    return row.secret?.stored && key !== undefined
      ? { ...row, secret: { stored: true, ref: { name: secretName, key } } }
      : row;
  });
}
