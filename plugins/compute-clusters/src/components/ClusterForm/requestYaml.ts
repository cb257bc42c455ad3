import { stringify } from 'yaml';
import type { ClusterFormValues } from '../../form/clusterFormValues';
import { requestOf } from '../../form/requestOf';
import type { FormPurpose } from './FormPurpose';

/** What stands for a secret value. */
export const MASK = '********';

/** The body of the request that the form sends, secret values masked. */
export function requestYaml(
  values: ClusterFormValues,
  kind: FormPurpose['kind'],
): string {
  const { spec, ...place } = requestOf(values);
  const masked = {
    ...spec,
    environment: spec.environment.map(withoutSecret),
    sparkConf: spec.sparkConf.map(withoutSecret),
  };
  const head = kind === 'create' ? place : { description: values.description };
  // References to repeated objects would puzzle whoever reads it.
  return stringify(
    { ...head, spec: masked },
    { aliasDuplicateObjects: false, lineWidth: 0 },
  );
}

/** Whether something in the request is masked. */
export function hasSecretValues(values: ClusterFormValues): boolean {
  const { environment, sparkConf } = requestOf(values).spec;
  return [...environment, ...sparkConf].some(isSecretValue);
}

type SettingRequest = ReturnType<
  typeof requestOf
>['spec']['environment'][number];

function isSecretValue({ secret }: SettingRequest): boolean {
  return secret !== undefined && 'value' in secret;
}

function withoutSecret(setting: SettingRequest) {
  return isSecretValue(setting)
    ? { ...setting, secret: { value: MASK } }
    : setting;
}
