import Typography from '@material-ui/core/Typography';
import { InfoCard, Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import type {
  ComputeCluster,
  ComputeClusterPage,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useClusters } from '../../hooks/useClusters';
import {
  useClustersMonthCost,
  useTeamsMonthCost,
} from '../../hooks/useMonthCost';
import { useMe } from '../../hooks/useReferenceData';
import { useTexts } from '../../hooks/useTexts';
import { rootRouteRef } from '../../routes';
import { AsyncContent } from '../common/AsyncContent';
import { ClusterLine, ClusterLines } from '../common/ClusterLines';
import { ComputeClustersProvider } from '../common/ComputeClustersProvider';
import { CreateButton } from '../common/CreateButton';
import { ownerRefsOf } from './ownerRefsOf';

const SHOWN = 10;

/** On the page of a Group or User: their compute clusters with states and cost, and the way to a new one. */
export function EntityOwnedComputeClustersCard() {
  return (
    <ComputeClustersProvider>
      <OwnedCard />
    </ComputeClustersProvider>
  );
}

function OwnedCard() {
  const t = useTexts();
  const { entity } = useEntity();
  const owners = ownerRefsOf(entity);
  const mine = useIsOneOf(owners);
  const query = useClusters({ owner: owners, sort: 'name', limit: SHOWN });
  const cost = useTeamsMonthCost()(owners);
  return (
    <InfoCard
      title={t('owned.title')}
      subheader={cost && t('owned.month', { cost })}
      // Others could only create one for their own team.
      action={mine && <CreateButton />}
    >
      <AsyncContent query={query} errorTitle={t('list.error')}>
        {page => <OwnedClusters page={page} mine={mine} owners={owners} />}
      </AsyncContent>
    </InfoCard>
  );
}

/** Whether the caller is one of these owners, or an admin. */
function useIsOneOf(owners: string[]): boolean {
  const me = useMe().data;
  if (!me) return false;
  return (
    me.admin ||
    me.ownershipEntityRefs.some(ref => owners.includes(ref.toLowerCase()))
  );
}

function OwnedClusters(props: {
  page: ComputeClusterPage;
  mine: boolean;
  owners: string[];
}) {
  const t = useTexts();
  const search = new URLSearchParams(props.owners.map(ref => ['owner', ref]));
  const list = `${useRouteRef(rootRouteRef)()}?${search}`;
  const { items, totalItems } = props.page;
  if (items.length === 0) {
    return (
      <Typography variant="body2">
        {t(props.mine ? 'owned.none' : 'owned.noneVisible')}
      </Typography>
    );
  }
  return (
    <>
      <PricedLines clusters={items} />
      {totalItems > items.length && (
        <Link to={list}>{t('owned.all', { total: String(totalItems) })}</Link>
      )}
    </>
  );
}

function PricedLines({ clusters }: { clusters: ComputeCluster[] }) {
  const costOf = useClustersMonthCost(clusters.map(({ id }) => id));
  return (
    <ClusterLines>
      {clusters.map(cluster => (
        <ClusterLine
          key={cluster.id}
          cluster={cluster}
          extra={costOf([cluster.id])}
        />
      ))}
    </ClusterLines>
  );
}
