import { useState } from 'react';
import { ResponseErrorPanel } from '@backstage/core-components';
import { useParams } from 'react-router-dom';
import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { canConfigure } from '../../hooks/clusterState';
import { useCluster } from '../../hooks/useCluster';
import { useTexts } from '../../hooks/useTexts';
import { Skeleton } from '../common/Skeleton';
import { ConfigureForm } from './ConfigureForm';
import { WrongStateNotice } from './WrongStateNotice';

/** The page that changes a stopped or failed compute cluster. What is entered stays while the cluster changes. */
export function ConfigurePage() {
  const t = useTexts();
  const { kubernetesCluster = '', namespace = '', name = '' } = useParams();
  const { cluster, error, refetch } = useCluster({
    kubernetesCluster,
    namespace,
    name,
  });
  const [opened, setOpened] = useState<ComputeCluster>();
  // What is edited is what was there when the page opened, whatever comes later.
  if (cluster && !opened && canConfigure(cluster)) setOpened(cluster);
  const reload = async () => {
    const { data } = await refetch();
    if (data) setOpened(data);
  };
  if (!cluster) {
    return error ? (
      <ResponseErrorPanel title={t('detail.error')} error={error} />
    ) : (
      <Skeleton />
    );
  }
  if (!opened) return <WrongStateNotice cluster={cluster} />;
  return (
    <ConfigureForm
      // Another generation is another form.
      key={opened.generation}
      opened={opened}
      current={cluster}
      reload={reload}
    />
  );
}
