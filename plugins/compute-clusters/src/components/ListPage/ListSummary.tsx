import type { ReactNode } from 'react';
import Tooltip from '@material-ui/core/Tooltip';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import type {
  ClusterState,
  ComputeClusterPage,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useFormats } from '../../hooks/useFormats';
import type { ListCosts } from '../../hooks/useListCosts';
import { useTexts } from '../../hooks/useTexts';
import { costRouteRef } from '../../routes';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 3),
    minHeight: 36,
    marginBottom: theme.spacing(0.5),
  },
  counts: { flexGrow: 1 },
}));

/** What needs somebody comes before what does not. */
const ORDER: readonly ClusterState[] = [
  'ACTIVE',
  'STARTING',
  'STOPPING',
  'FAILED',
  'STOPPED',
  'DELETING',
  'UNKNOWN',
];

/** "3 active · 1 starting   this month $1,284": of all that the other filters leave, whatever states are shown. */
export function ListSummary(props: {
  page: ComputeClusterPage | undefined;
  costs: Pick<ListCosts, 'allowed' | 'total'>;
  children: ReactNode;
}) {
  const t = useTexts();
  const { number } = useFormats();
  const classes = useStyles();
  const costPage = useRouteRef(costRouteRef)();
  const { allowed, total } = props.costs;
  const counts = props.page?.stateCounts ?? {};
  const parts = ORDER.filter(state => counts[state] > 0).map(state =>
    t('list.count', {
      number: number(counts[state]),
      state: t(`state.${state}`).toLocaleLowerCase(),
    }),
  );
  return (
    <div className={classes.root}>
      <Typography
        variant="body2"
        role="status"
        aria-label={t('list.summary')}
        className={classes.counts}
      >
        {parts.join(' · ')}
      </Typography>
      {total && (
        <Tooltip title={t('list.thisMonthHint')}>
          <Typography variant="body2">
            {t('list.thisMonth')} <strong>{total}</strong>
          </Typography>
        </Tooltip>
      )}
      {allowed && (
        <Typography variant="body2">
          <Link to={costPage}>{t('cost.link')}</Link>
        </Typography>
      )}
      {props.children}
    </div>
  );
}
