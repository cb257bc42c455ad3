import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { InfoCard } from '@backstage/core-components';
import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useTexts } from '../../hooks/useTexts';
import { ClusterButtons } from '../commands/ClusterButtons';
import { ClusterLink } from '../common/ClusterLink';
import { ComputeClustersProvider } from '../common/ComputeClustersProvider';
import { EntityCluster } from '../common/EntityCluster';
import { FieldList } from '../common/FieldList';
import { useCardFields } from './useCardFields';

const useStyles = makeStyles(theme => ({
  actions: { marginTop: theme.spacing(2) },
}));

/** On the page of a compute cluster's entity: how it is, and what can be done. */
export function EntityComputeClusterCard() {
  const t = useTexts();
  return (
    <ComputeClustersProvider>
      <InfoCard title={t('entity.card')}>
        <EntityCluster>
          {({ cluster, deleted }) =>
            deleted ? (
              <Typography variant="body2">{t('entity.hidden')}</Typography>
            ) : (
              <CardContent cluster={cluster} />
            )
          }
        </EntityCluster>
      </InfoCard>
    </ComputeClustersProvider>
  );
}

function CardContent({ cluster }: { cluster: ComputeCluster }) {
  const classes = useStyles();
  const fields = useCardFields(cluster);
  return (
    <>
      <Typography variant="h6" component="h3">
        <ClusterLink cluster={cluster} />
      </Typography>
      <FieldList fields={fields} />
      <div className={classes.actions}>
        <ClusterButtons cluster={cluster} />
      </div>
    </>
  );
}
