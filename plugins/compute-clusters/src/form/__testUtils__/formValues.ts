import {
  DEFAULT_VALUES,
  NEW_SETTING,
  type ClusterFormValues,
  type SettingRow,
} from '../clusterFormValues';

/** The values of a form that can be sent, with changes of its specification. */
export function validValues(
  changes: Partial<ClusterFormValues['spec']> = {},
): ClusterFormValues {
  return {
    ...DEFAULT_VALUES,
    kubernetesCluster: 'demo',
    namespace: 'data-eng',
    name: 'etl',
    spec: {
      ...DEFAULT_VALUES.spec,
      driver: { nodeType: 'driver-small' },
      executor: {
        ...DEFAULT_VALUES.spec.executor,
        nodeType: 'executor-small',
        max: 4,
      },
      ...changes,
    },
  };
}

/** A variable or property with a plain value. */
export function plainRow(name: string, value = ''): SettingRow {
  return { ...NEW_SETTING, name, value };
}

/** A secret variable or property. */
export function secretRow(
  name: string,
  secret: Partial<SettingRow['secret']> = {},
): SettingRow {
  const empty = NEW_SETTING.secret;
  return {
    ...NEW_SETTING,
    name,
    kind: 'secret',
    secret: { ...empty, ...secret },
  };
}

/** A reference to a Secret of the team's own. */
export function referenceRow(
  name: string,
  ref: { name: string; key: string },
): SettingRow {
  return { ...secretRow(name, { ref }), kind: 'reference' };
}
