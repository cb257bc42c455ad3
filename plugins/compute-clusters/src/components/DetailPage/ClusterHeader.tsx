import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useTexts } from '../../hooks/useTexts';
import { ClusterButtons } from '../commands/ClusterButtons';
import { LastingFor } from '../common/LastingFor';
import { ListLink } from '../common/ListLink';
import { PageHeading } from '../common/PageHeading';
import { RelativeTime } from '../common/RelativeTime';
import { StateBadge } from '../common/StateBadge';
import { useReasonText } from '../common/useReasonText';
import { HeaderFacts } from './HeaderFacts';
import { StateAnnouncer } from './StateAnnouncer';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    gap: theme.spacing(2),
    margin: theme.spacing(1, 0, 2),
    padding: theme.spacing(2),
    borderRadius: theme.shape.borderRadius,
    // Secondary text has too little contrast on the page's own background.
    backgroundColor: theme.palette.background.paper,
  },
  title: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
    overflowWrap: 'anywhere',
  },
  secondary: { color: theme.palette.text.secondary },
}));

/** Who it is, how it is, why and since when; and what can be done. */
export function ClusterHeader(props: {
  cluster: ComputeCluster;
  deleted: boolean;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { cluster, deleted } = props;
  const { status } = cluster;
  const reason = useReasonText()(status.reason);
  return (
    <>
      <ListLink />
      <header className={classes.root}>
        <div>
          <div className={classes.title}>
            <PageHeading changed={deleted}>{cluster.name}</PageHeading>
            <Typography component="div">
              <StateBadge status={status} />
            </Typography>
            <Typography variant="body2" className={classes.secondary}>
              <LastingFor since={status.since} />
              {` · ${t('detail.seen')} `}
              <RelativeTime time={status.observedAt} everyMs={1_000} />
            </Typography>
          </div>
          <Typography variant="body2">
            {[reason, status.message].filter(Boolean).join(': ')}
          </Typography>
          <HeaderFacts cluster={cluster} />
        </div>
        {!deleted && <ClusterButtons cluster={cluster} />}
      </header>
      <StateAnnouncer cluster={cluster} />
    </>
  );
}
