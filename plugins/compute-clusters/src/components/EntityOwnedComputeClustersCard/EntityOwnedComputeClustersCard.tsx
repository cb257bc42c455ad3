import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { InfoCard, Link, ResponseErrorPanel } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useClusters } from '../../hooks/useClusters';
import { useTexts } from '../../hooks/useTexts';
import { rootRouteRef } from '../../routes';
import { ClusterLink } from '../common/ClusterLink';
import { ComputeClustersProvider } from '../common/ComputeClustersProvider';
import { CreateButton } from '../common/CreateButton';
import { Skeleton } from '../common/Skeleton';
import { StateBadge } from '../common/StateBadge';
import { useExecutorsText } from '../common/useExecutorsText';
import { ownerRefsOf } from './ownerRefsOf';

const SHOWN = 10;

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', padding: 0, margin: 0 },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    gap: theme.spacing(0.5, 2),
    padding: theme.spacing(1, 0),
    borderBottom: `1px solid ${theme.palette.divider}`,
    overflowWrap: 'anywhere',
  },
}));

/** On the page of a Group or User: their compute clusters with states, and the way to a new one. */
export function EntityOwnedComputeClustersCard() {
  const t = useTexts();
  return (
    <ComputeClustersProvider>
      <InfoCard title={t('card.ownedTitle')} action={<CreateButton />}>
        <OwnedClusters />
      </InfoCard>
    </ComputeClustersProvider>
  );
}

function OwnedClusters() {
  const t = useTexts();
  const classes = useStyles();
  const { entity } = useEntity();
  const { data, error } = useClusters({
    owner: ownerRefsOf(entity),
    sort: 'name',
    limit: SHOWN,
  });
  const list = useRouteRef(rootRouteRef)();
  if (!data) {
    return error ? (
      <ResponseErrorPanel title={t('list.error')} error={error} />
    ) : (
      <Skeleton />
    );
  }
  if (data.items.length === 0) {
    return <Typography variant="body2">{t('card.none')}</Typography>;
  }
  return (
    <>
      <ul className={classes.list}>
        {data.items.map(cluster => (
          <li key={cluster.id} className={classes.item}>
            <ClusterLine cluster={cluster} />
          </li>
        ))}
      </ul>
      {data.totalItems > data.items.length && (
        <Link to={list}>
          {t('card.all', { total: String(data.totalItems) })}
        </Link>
      )}
    </>
  );
}

function ClusterLine({ cluster }: { cluster: ComputeCluster }) {
  const executors = useExecutorsText();
  return (
    <>
      <span>
        <ClusterLink cluster={cluster} />
        <Typography variant="caption" component="div" color="textSecondary">
          {cluster.namespace}
        </Typography>
      </span>
      <span>
        <StateBadge status={cluster.status} />
        <Typography variant="caption" component="div" color="textSecondary">
          {executors(cluster)}
        </Typography>
      </span>
    </>
  );
}
