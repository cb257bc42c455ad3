import { ComputeClustersProvider } from '../components/common/ComputeClustersProvider';
import { useNamespaceDetails } from '../hooks/useNamespaceDetails';
import { useNamespaces } from '../hooks/useReferenceData';
import { useTexts } from '../hooks/useTexts';
import type { namespaceSchema } from './fieldSchemas';
import { TemplateChoice } from './TemplateChoice';

type Props = typeof namespaceSchema.TProps;

/** `ui:field: ComputeClusterNamespace`: one of the user's namespaces, with owner and what is left of the quota. */
export function NamespaceChoice(props: Props) {
  return (
    <ComputeClustersProvider>
      <Namespaces {...props} />
    </ComputeClustersProvider>
  );
}

function Namespaces(props: Props) {
  const t = useTexts();
  const details = useNamespaceDetails();
  const { data, error } = useNamespaces();
  const wanted = props.uiSchema['ui:options']?.kubernetesCluster;
  const offered = data?.filter(
    each => !wanted || each.kubernetesCluster === wanted,
  );
  return (
    <TemplateChoice
      field={props}
      label={t('form.namespace')}
      options={offered?.map(each => ({
        value: each.name,
        label: each.name,
        details: details(each),
      }))}
      error={error}
      empty={t('form.noNamespace')}
    />
  );
}
