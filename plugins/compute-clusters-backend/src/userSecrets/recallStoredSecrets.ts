import {
  ComputeClusterSpec,
  Problem,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { mapRows, SECTIONS, storedRow } from './settingRows';

/** Puts the references of an earlier specification where the new one says to keep a value. */
export function recallStoredSecrets(
  spec: ComputeClusterSpec,
  earlier: ComputeClusterSpec,
): ComputeClusterSpec {
  return mapRows(spec, (row, section) =>
    isKept(row) ? storedRow(earlier, section, row.name) ?? row : row,
  );
}

/** What is wrong with a specification that says to keep values which an earlier one, if any, does not have. */
export function checkStoredSecrets(
  spec: ComputeClusterSpec,
  earlier?: ComputeClusterSpec,
): Problem[] {
  return SECTIONS.flatMap(section =>
    spec[section].flatMap((row, index) =>
      isKept(row) && !storedRow(earlier, section, row.name)
        ? [
            {
              path: `spec.${section}[${index}].secret.value`,
              code: 'required',
              message: `There is no stored value of ${row.name}: give one.`,
            },
          ]
        : [],
    ),
  );
}

function isKept({ secret }: ComputeClusterSpec['environment'][number]) {
  return secret?.stored === true && !secret.ref;
}
