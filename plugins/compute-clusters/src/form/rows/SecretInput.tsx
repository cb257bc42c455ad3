import { useFormContext, useWatch } from 'react-hook-form';
import { useTexts } from '../../hooks/useTexts';
import type { ClusterFormValues } from '../clusterFormValues';
import { TextInput } from '../fields/TextInput';
import { isKept } from '../requestOf';

/** A secret value: it can be written, never read. One that Kubernetes keeps stays until another is typed. */
export function SecretInput(props: {
  name: `spec.${'environment' | 'sparkConf'}.${number}`;
}) {
  const t = useTexts();
  const { control } = useFormContext<ClusterFormValues>();
  const row = useWatch({ control, name: props.name });
  const kept = isKept(row);
  return (
    <TextInput
      type="password"
      name={`${props.name}.secret.value`}
      label={t('rows.secretValue')}
      required={!kept}
      placeholder={kept ? t('rows.secretKept') : undefined}
      help={useSecretHelp(row)}
    />
  );
}

function useSecretHelp(row: ClusterFormValues['spec']['environment'][number]) {
  const t = useTexts();
  const { value, storedAs, notCloned } = row.secret;
  if (value) return t('rows.secretHelp');
  if (isKept(row)) return t('rows.secretKept');
  if (storedAs) return t('rows.secretRenamed', { name: storedAs });
  return t(notCloned ? 'rows.secretNotCloned' : 'rows.secretHelp');
}
