import Tooltip from '@material-ui/core/Tooltip';
import { effectiveState } from '../../hooks/clusterState';
import { useTexts } from '../../hooks/useTexts';
import { ClusterLink } from '../common/ClusterLink';
import { RelativeTime } from '../common/RelativeTime';
import { RestartRequired } from '../common/RestartRequired';
import { Skeleton } from '../common/Skeleton';
import { StateBadge } from '../common/StateBadge';
import { useExecutorLines, useExecutorsText } from '../common/useExecutorsText';
import { useReasonText } from '../common/useReasonText';
import { ClusterMenu } from '../commands/ClusterMenu';
import type { CellProps } from './columns';
import { useNarrow } from './useNarrow';
import { useScalingLines } from './useScalingLines';
import { useTableStyles } from './useTableStyles';

export const NameCell = ({ cluster, cost }: CellProps) => {
  const classes = useTableStyles();
  const narrow = useNarrow();
  const below = [cluster.namespace, cost].filter(Boolean).join(' · ');
  return (
    <>
      <ClusterLink cluster={cluster} />
      {cluster.restartRequired && <RestartRequired />}
      <Tooltip title={cluster.id}>
        <div className={`${classes.secondary} ${classes.id}`}>
          {cluster.id.slice(0, 8)}
        </div>
      </Tooltip>
      {narrow && <div className={classes.secondary}>{below}</div>}
    </>
  );
};

export const DriverCell = ({ cluster }: CellProps) => {
  const classes = useTableStyles();
  const { status, spec } = cluster;
  const narrow = useNarrow();
  const executors = useExecutorsText()(cluster);
  const reason = useReasonText()(status.reason);
  const failed = effectiveState(cluster) === 'FAILED';
  return (
    <>
      <StateBadge status={status} />{' '}
      <span className={`${classes.secondary} ${classes.whole}`}>
        <RelativeTime time={status.since} />
      </span>
      <div className={classes.secondary}>{spec.driver.nodeType}</div>
      {reason && (
        <Tooltip title={status.message}>
          <div className={failed ? classes.failed : classes.secondary}>
            {reason}
          </div>
        </Tooltip>
      )}
      {narrow && executors !== '–' && (
        <div className={classes.secondary}>{executors}</div>
      )}
    </>
  );
};

export const ExecutorsCell = ({ cluster }: CellProps) => {
  const classes = useTableStyles();
  return (
    <>
      <Lines lines={useExecutorLines()(cluster)} />
      <div className={classes.secondary}>{cluster.spec.executor?.nodeType}</div>
    </>
  );
};

export const NamespaceCell = ({ cluster }: CellProps) => (
  <>{cluster.namespace}</>
);

export const AutoScalingCell = ({ cluster }: CellProps) => (
  <Lines lines={useScalingLines()(cluster)} />
);

export const MonthCell = ({ cost }: CellProps) => {
  const t = useTexts();
  if (cost === undefined) return <Skeleton width={48} />;
  return cost === null ? <span title={t('list.noCost')}>–</span> : <>{cost}</>;
};

export const ImageCell = ({ cluster }: CellProps) => {
  const t = useTexts();
  return <>{cluster.spec.image ?? t('list.defaultImage')}</>;
};

export const ActionsCell = ({ cluster }: CellProps) => {
  const t = useTexts();
  return (
    <ClusterMenu
      cluster={cluster}
      label={t('command.menu', { name: cluster.name })}
    />
  );
};

function Lines({ lines }: { lines: string[] }) {
  return (
    <>
      {lines.map(line => (
        <div key={line}>{line}</div>
      ))}
    </>
  );
}
