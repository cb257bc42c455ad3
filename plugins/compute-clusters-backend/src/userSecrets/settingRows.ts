import {
  ComputeClusterSpec,
  Setting,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';

/** The lists of a specification whose rows may be secret. */
export const SECTIONS = ['environment', 'sparkConf'] as const;

/** One of them. */
export type Section = (typeof SECTIONS)[number];

/** A specification with every row of its lists changed. */
export function mapRows(
  spec: ComputeClusterSpec,
  change: (row: Setting, section: Section) => Setting,
): ComputeClusterSpec {
  return {
    ...spec,
    environment: spec.environment.map(row => change(row, 'environment')),
    sparkConf: spec.sparkConf.map(row => change(row, 'sparkConf')),
  };
}

/** The row of this name whose value is kept, if there is one. */
export function storedRow(
  spec: ComputeClusterSpec | undefined,
  section: Section,
  name: string,
): Setting | undefined {
  return spec?.[section].find(row => row.name === name && row.secret?.stored);
}
