import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useTexts } from '../../hooks/useTexts';
import type { Field } from '../common/FieldList';
import { CopyableId } from './CopyableId';
import { TimeAndUser } from './TimeAndUser';

/** What the cluster is called, where it is and whose. */
export function useAboutFields(cluster: ComputeCluster): Field[] {
  const t = useTexts();
  const tags = Object.entries(cluster.spec.tags)
    .map(([key, value]) => `${key}=${value}`)
    .join(', ');
  return [
    [t('detail.name'), cluster.name],
    [t('detail.id'), <CopyableId key="id" id={cluster.id} />],
    [t('detail.description'), cluster.description],
    [t('detail.namespace'), cluster.namespace],
    [t('detail.kubernetesCluster'), cluster.kubernetesCluster],
    [
      t('detail.owner'),
      cluster.ownerRef ? (
        <EntityRefLink key="owner" entityRef={cluster.ownerRef} />
      ) : (
        t('detail.noOwner')
      ),
    ],
    [
      t('detail.entity'),
      <EntityRefLink key="entity" entityRef={cluster.entityRef} />,
    ],
    [
      t('detail.created'),
      <TimeAndUser
        key="created"
        time={cluster.createdAt}
        user={cluster.createdBy}
      />,
    ],
    [
      t('detail.updated'),
      <TimeAndUser
        key="updated"
        time={cluster.updatedAt}
        user={cluster.updatedBy}
      />,
    ],
    [t('detail.tags'), tags],
  ];
}
