import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { InfoCard, ResponseErrorPanel } from '@backstage/core-components';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  CLUSTER_LOCATION_ANNOTATION,
  parseClusterLocation,
  type ClusterLocation,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useCluster } from '../../hooks/useCluster';
import { useTexts } from '../../hooks/useTexts';
import { ClusterButtons } from '../commands/ClusterButtons';
import { ClusterLink } from '../common/ClusterLink';
import { ComputeClustersProvider } from '../common/ComputeClustersProvider';
import { FieldList } from '../common/FieldList';
import { Skeleton } from '../common/Skeleton';
import { useCardFields } from './useCardFields';

const useStyles = makeStyles(theme => ({
  actions: { marginTop: theme.spacing(2) },
}));

/** On the page of a compute cluster's entity: how it is, and what can be done. */
export function EntityComputeClusterCard() {
  const t = useTexts();
  const { entity } = useEntity();
  const location = parseClusterLocation(
    entity.metadata.annotations?.[CLUSTER_LOCATION_ANNOTATION],
  );
  return (
    <ComputeClustersProvider>
      <InfoCard title={t('card.title')}>
        {location ? (
          <CardContent location={location} />
        ) : (
          <Typography variant="body2">
            {t('card.missing', { annotation: CLUSTER_LOCATION_ANNOTATION })}
          </Typography>
        )}
      </InfoCard>
    </ComputeClustersProvider>
  );
}

function CardContent({ location }: { location: ClusterLocation }) {
  const t = useTexts();
  const classes = useStyles();
  const { cluster, error, deleted } = useCluster(location);
  const fields = useCardFields(cluster);
  if (deleted) {
    return <Typography variant="body2">{t('card.gone')}</Typography>;
  }
  if (!cluster) {
    return error ? (
      <ResponseErrorPanel title={t('detail.error')} error={error} />
    ) : (
      <Skeleton />
    );
  }
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
