import { useState } from 'react';
import { useParams } from 'react-router-dom';
import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { canConfigure } from '../../hooks/clusterState';
import { useCluster } from '../../hooks/useCluster';
import { DeletedNotice } from '../common/DeletedNotice';
import { UnreadCluster } from '../common/UnreadCluster';
import { ConfigureForm } from './ConfigureForm';
import { WrongStateNotice } from './WrongStateNotice';

/** The page that changes a stopped or failed compute cluster. What is entered stays while the cluster changes. */
export function ConfigurePage() {
  const { kubernetesCluster = '', namespace = '', name = '' } = useParams();
  const { cluster, ...query } = useCluster({
    kubernetesCluster,
    namespace,
    name,
  });
  const [opened, setOpened] = useState<ComputeCluster>();
  // What is edited is what was there when the page opened, whatever comes later.
  if (cluster && !opened && canConfigure(cluster)) setOpened(cluster);
  const reload = async () => {
    const { data } = await query.refetch();
    if (data) setOpened(data);
  };
  const { deleted } = query;
  if (!cluster) return <UnreadCluster query={query} />;
  if (!opened) {
    return deleted ? (
      <DeletedNotice name={name} />
    ) : (
      <WrongStateNotice cluster={cluster} />
    );
  }
  return (
    <ConfigureForm
      // Another generation is another form.
      key={opened.generation}
      opened={opened}
      current={cluster}
      deleted={deleted}
      reload={reload}
    />
  );
}
