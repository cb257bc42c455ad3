import Grid from '@material-ui/core/Grid';
import { makeStyles } from '@material-ui/core/styles';
import { InfoCard } from '@backstage/core-components';
import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useTexts } from '../../hooks/useTexts';
import { FieldList } from '../common/FieldList';
import { ExecutorsCard } from './ExecutorsCard';
import { FailurePanel } from './FailurePanel';
import { HappeningCard } from './HappeningCard';
import { StartStepper } from './StartStepper';
import { useAboutFields } from './useAboutFields';
import { useComputeFields } from './useComputeFields';

const useStyles = makeStyles(theme => ({
  root: { marginTop: theme.spacing(1) },
  // Cards of a column stand close, however long those beside them are.
  column: { '& > * + *': { marginTop: theme.spacing(2) } },
}));

/** Tab Details: everything about the cluster, and what happens to it. */
export function DetailsTab({ cluster }: { cluster: ComputeCluster }) {
  const t = useTexts();
  const classes = useStyles();
  // While Kubernetes is silent, the reason is its silence: neither why it failed nor where a start is.
  const { state } = cluster.status;
  const compute = useComputeFields(cluster);
  const about = useAboutFields(cluster);
  return (
    <Grid container spacing={2} className={classes.root}>
      {state === 'STARTING' && (
        <Grid item xs={12}>
          <StartStepper status={cluster.status} />
        </Grid>
      )}
      {state === 'FAILED' && (
        <Grid item xs={12}>
          <FailurePanel cluster={cluster} />
        </Grid>
      )}
      <Grid item xs={12} md={6} lg={4}>
        <InfoCard title={t('detail.compute')}>
          <FieldList fields={compute} />
        </InfoCard>
      </Grid>
      <Grid item xs={12} md={6} lg={4} className={classes.column}>
        {cluster.spec.executor && <ExecutorsCard clusterId={cluster.id} />}
        <HappeningCard clusterId={cluster.id} />
      </Grid>
      <Grid item xs={12} md={6} lg={4}>
        <InfoCard title={t('detail.about')}>
          <FieldList fields={about} />
        </InfoCard>
      </Grid>
    </Grid>
  );
}
