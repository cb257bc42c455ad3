import Tooltip from '@material-ui/core/Tooltip';
import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { effectiveState } from '../../hooks/clusterState';
import { ClusterLink } from '../common/ClusterLink';
import { RelativeTime } from '../common/RelativeTime';
import { RestartRequired } from '../common/RestartRequired';
import { StateBadge } from '../common/StateBadge';
import { useAutoScalingText } from '../common/useAutoScalingText';
import { useExecutorsText } from '../common/useExecutorsText';
import { ClusterMenu } from '../commands/ClusterMenu';
import { useNarrow } from './useNarrow';
import { useTableStyles } from './useTableStyles';

type CellProps = { cluster: ComputeCluster };

export const NameCell = ({ cluster }: CellProps) => {
  const classes = useTableStyles();
  const narrow = useNarrow();
  return (
    <>
      <ClusterLink cluster={cluster} />
      {cluster.restartRequired && <RestartRequired />}
      <Tooltip title={cluster.id}>
        <div className={`${classes.secondary} ${classes.id}`}>
          {cluster.id.slice(0, 8)}
        </div>
      </Tooltip>
      {narrow && <div className={classes.secondary}>{cluster.namespace}</div>}
    </>
  );
};

export const DriverCell = ({ cluster }: CellProps) => {
  const classes = useTableStyles();
  const { status, spec } = cluster;
  const failed = effectiveState(cluster) === 'FAILED';
  const narrow = useNarrow();
  const executors = useExecutorsText();
  return (
    <>
      <StateBadge status={status} />{' '}
      <span className={classes.secondary}>
        <RelativeTime time={status.since} />
      </span>
      <div className={classes.secondary}>{spec.driver.nodeType}</div>
      {narrow && <div className={classes.secondary}>{executors(cluster)}</div>}
      {failed && <div className={classes.secondary}>{status.message}</div>}
    </>
  );
};

export const ExecutorsCell = ({ cluster }: CellProps) => {
  const classes = useTableStyles();
  const text = useExecutorsText();
  return (
    <>
      {text(cluster)}
      <div className={classes.secondary}>{cluster.spec.executor?.nodeType}</div>
    </>
  );
};

export const NamespaceCell = ({ cluster }: CellProps) => (
  <>{cluster.namespace}</>
);

export const AutoScalingCell = ({ cluster }: CellProps) => {
  const text = useAutoScalingText();
  return <>{text(cluster.spec)}</>;
};

export const ActionsCell = ({ cluster }: CellProps) => (
  <ClusterMenu cluster={cluster} />
);
