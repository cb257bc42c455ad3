import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { effectiveState } from '../../hooks/clusterState';
import { useTexts } from '../../hooks/useTexts';
import { clusterRouteRef } from '../../routes';
import { Notice } from '../common/Notice';

/** Says why a cluster cannot be configured now, and what to do. */
export function WrongStateNotice({ cluster }: { cluster: ComputeCluster }) {
  const t = useTexts();
  const page = useRouteRef(clusterRouteRef)(cluster);
  return (
    <Notice
      severity="warning"
      action={<Link to={page}>{t('configure.toCluster')}</Link>}
    >
      {t('configure.wrongState', {
        name: cluster.name,
        state: t(`state.${effectiveState(cluster)}`),
      })}
    </Notice>
  );
}
