import { ComputeClusterSpec } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { mapRows, Section } from './settingRows';

/** A specification without secret values, and those values by their keys in the Secret that is to keep them. */
export interface SeparatedSpec {
  spec: ComputeClusterSpec;
  values: Record<string, string>;
}

/**
 * Takes the secret values out of a specification. Each leaves a reference to a key that has never been used: whoever
 * still refers to an earlier value keeps it, whatever becomes of the request.
 */
export function separateSecretValues(
  spec: ComputeClusterSpec,
  into: {
    secretName: string;
    newKey: (section: Section, name: string) => string;
  },
): SeparatedSpec {
  const values: Record<string, string> = {};
  const separated = mapRows(spec, (row, section) => {
    if (row.secret?.value === undefined) {
      return row;
    }
    const key = into.newKey(section, row.name);
    values[key] = row.secret.value;
    const ref = { name: into.secretName, key };
    return { name: row.name, secret: { stored: true, ref } };
  });
  return { spec: separated, values };
}
