import type { ReactNode } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { ClusterLink } from './ClusterLink';
import { StateBadge } from './StateBadge';
import { useExecutorsText } from './useExecutorsText';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', padding: 0, margin: 0 },
  line: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 3fr) minmax(0, 2fr)',
    gap: theme.spacing(0.5, 2),
    padding: theme.spacing(1, 0),
    borderBottom: `1px solid ${theme.palette.divider}`,
    overflowWrap: 'anywhere',
    '&:last-child': { borderBottom: 0 },
    [theme.breakpoints.down('xs')]: {
      gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    },
  },
  second: { color: theme.palette.text.secondary },
}));

/** Compute clusters in a card, one under the other. */
export function ClusterLines({ children }: { children: ReactNode }) {
  return <ul className={useStyles().list}>{children}</ul>;
}

/** One thing in a card: what it is, how it is, and what else there is to say. */
export function CardLine(props: {
  name: ReactNode;
  below: ReactNode;
  state: ReactNode;
  stateBelow?: ReactNode;
  extra?: ReactNode;
}) {
  const classes = useStyles();
  const small = (content: ReactNode) => (
    <Typography variant="caption" component="div" className={classes.second}>
      {content}
    </Typography>
  );
  return (
    <li className={classes.line}>
      <Typography variant="body2" component="div">
        {props.name}
        {small(props.below)}
      </Typography>
      <Typography variant="body2" component="div">
        {props.state}
        {props.stateBelow && small(props.stateBelow)}
      </Typography>
      {props.extra && (
        <Typography variant="body2" component="div" className={classes.second}>
          {props.extra}
        </Typography>
      )}
    </li>
  );
}

/** A compute cluster: its name leads to its page. */
export function ClusterLine(props: {
  cluster: ComputeCluster;
  extra?: ReactNode;
}) {
  const executors = useExecutorsText();
  const { cluster, extra } = props;
  return (
    <CardLine
      name={<ClusterLink cluster={cluster} />}
      below={cluster.namespace}
      state={<StateBadge status={cluster.status} />}
      stateBelow={executors(cluster)}
      extra={extra}
    />
  );
}
