import { useId } from 'react';
import TextField from '@material-ui/core/TextField';
import { useFormContext, useWatch } from 'react-hook-form';
import { useTexts } from '../../hooks/useTexts';
import type { ClusterFormValues } from '../clusterFormValues';

/** The namespace of a cluster that exists: only to read. */
export function LockedNamespace() {
  const t = useTexts();
  const id = useId();
  const { control } = useFormContext<ClusterFormValues>();
  const [namespace, kubernetesCluster] = useWatch({
    control,
    name: ['namespace', 'kubernetesCluster'],
  });
  return (
    <TextField
      id={id}
      fullWidth
      disabled
      variant="outlined"
      size="small"
      label={t('form.namespace')}
      value={t('detail.place', { namespace, kubernetesCluster })}
      helperText={t('form.locked')}
    />
  );
}
