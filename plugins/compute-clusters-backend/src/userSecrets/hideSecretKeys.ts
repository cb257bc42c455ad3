import { ComputeClusterSpec } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { mapRows } from './settingRows';

/** A specification as everybody may see it: of a secret value only that there is one. */
export function hideSecretKeys(spec: ComputeClusterSpec): ComputeClusterSpec {
  return mapRows(spec, row =>
    row.secret?.stored || row.secret?.value !== undefined
      ? { name: row.name, secret: { stored: true } }
      : row,
  );
}
