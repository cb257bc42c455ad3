import { useRouteRef } from '@backstage/core-plugin-api';
import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { messageOf } from '../../api/messageOf';
import { DEFAULT_VALUES } from '../../form/clusterFormValues';
import { cloneValuesOf, lacksSecrets } from '../../form/formValuesOf';
import { useTexts } from '../../hooks/useTexts';
import { rootRouteRef } from '../../routes';
import { ClusterFormPage } from '../ClusterForm';
import { Notice } from '../common/Notice';
import { Skeleton } from '../common/Skeleton';
import { useCloneSource } from './useCloneSource';
import { useCreateCluster } from './useCreateCluster';

/** The page that creates a compute cluster, on its own or as a clone of another. */
export function CreatePage() {
  const t = useTexts();
  const { wanted, cluster, error } = useCloneSource();
  if (!wanted) return <CreateForm />;
  if (cluster) return <CreateForm source={cluster} />;
  if (!error) return <Skeleton />;
  return (
    <>
      <Notice severity="error">
        {t('clone.error', { name: wanted.name, message: messageOf(error) })}
      </Notice>
      <CreateForm />
    </>
  );
}

function CreateForm({ source }: { source?: ComputeCluster }) {
  const t = useTexts();
  const cancelTo = useRouteRef(rootRouteRef)();
  const { mutateAsync } = useCreateCluster();
  const initial = source ? cloneValuesOf(source) : DEFAULT_VALUES;
  return (
    <ClusterFormPage
      title={t('form.createTitle')}
      initial={initial}
      purpose={{ kind: 'create', save: mutateAsync, cancelTo }}
    >
      {source && (
        <Notice severity="info">
          {t('clone.note', { name: source.name })}{' '}
          {lacksSecrets(initial) && t('clone.secrets')}
        </Notice>
      )}
    </ClusterFormPage>
  );
}
