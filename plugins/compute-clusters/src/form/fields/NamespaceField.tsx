import { useController, useFormContext } from 'react-hook-form';
import { useNamespaceDetails } from '../../hooks/useNamespaceDetails';
import { useNamespaces } from '../../hooks/useReferenceData';
import { useTexts } from '../../hooks/useTexts';
import type { ClusterFormValues } from '../clusterFormValues';
import { ChoiceInput } from './Choice';

const keyOf = (kubernetesCluster: string, namespace: string) =>
  `${kubernetesCluster}/${namespace}`;

/** Chooses the namespace, and the Kubernetes cluster with it; shows owner and what is left of the quota. */
export function NamespaceField() {
  const t = useTexts();
  const { data: namespaces = [] } = useNamespaces();
  const describe = useNamespaceDetails();
  const { setValue, getValues } = useFormContext<ClusterFormValues>();
  const { field, fieldState } = useController<ClusterFormValues, 'namespace'>({
    name: 'namespace',
  });
  const several = new Set(namespaces.map(each => each.kubernetesCluster));
  const key = keyOf(getValues('kubernetesCluster'), field.value);
  const chosen = namespaces.find(
    each => keyOf(each.kubernetesCluster, each.name) === key,
  );
  const choose = (value: string) => {
    const [kubernetesCluster, namespace] = value.split('/');
    setValue('kubernetesCluster', kubernetesCluster);
    field.onChange(namespace);
  };
  return (
    <ChoiceInput
      label={t('form.namespace')}
      required
      options={namespaces.map(each => ({
        value: keyOf(each.kubernetesCluster, each.name),
        label:
          several.size > 1
            ? `${each.name} (${each.kubernetesCluster})`
            : each.name,
        details: describe(each),
      }))}
      value={key}
      onChange={choose}
      onBlur={field.onBlur}
      inputRef={field.ref}
      error={fieldState.error?.message}
      help={
        chosen
          ? `${describe(chosen)} ${t('form.namespaceHelp')}`
          : t('form.namespaceHelp')
      }
    />
  );
}
