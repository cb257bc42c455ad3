import { makeStyles } from '@material-ui/core/styles';
import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { effectiveState } from '../../hooks/clusterState';
import { useTexts } from '../../hooks/useTexts';

const useStyles = makeStyles({
  root: {
    position: 'absolute',
    width: 1,
    height: 1,
    overflow: 'hidden',
    clip: 'rect(0 0 0 0)',
  },
});

/** Tells a screen reader of state changes; the times on the page change without being read out. */
export function StateAnnouncer({ cluster }: { cluster: ComputeCluster }) {
  const t = useTexts();
  const classes = useStyles();
  const { state, message, automaticStop } = cluster.status;
  return (
    <>
      <div aria-live="polite" className={classes.root}>
        {t('state.announced', {
          name: cluster.name,
          state: t(`state.${state}`),
        })}
      </div>
      <div aria-live="polite" className={classes.root}>
        {effectiveState(cluster) === 'FAILED' && message}
        {automaticStop && t('header.stopsAnnounced', { name: cluster.name })}
      </div>
    </>
  );
}
