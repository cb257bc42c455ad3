import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  CLUSTER_STATES,
  type ComputeClusterPage,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import type { ListClustersQuery } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { countStates, useStateCounts } from '../../hooks/useClusters';
import { useTexts } from '../../hooks/useTexts';

const useStyles = makeStyles(theme => ({
  root: { minHeight: '1.5em', marginBottom: theme.spacing(1) },
}));

/** "3 active · 1 starting": of all that the other filters leave, whatever states are shown. */
export function StateSummary(props: {
  query: ListClustersQuery;
  page: ComputeClusterPage;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { state, cursor, sort, limit, ...rest } = props.query;
  const { items, totalItems } = props.page;
  const allHere = !state && items.length === totalItems;
  const counted = useStateCounts(rest, CLUSTER_STATES, !allHere);
  const counts = allHere ? countStates(items) : counted;
  const parts = CLUSTER_STATES.filter(each => (counts.get(each) ?? 0) > 0).map(
    each =>
      t('list.count', {
        number: String(counts.get(each)),
        state: t(`state.${each}`).toLowerCase(),
      }),
  );
  return (
    <Typography
      variant="body2"
      className={classes.root}
      role="status"
      aria-label={t('list.summary')}
    >
      {parts.join(' · ')}
    </Typography>
  );
}
