import type { ReactNode } from 'react';
import Typography from '@material-ui/core/Typography';
import { ResponseErrorPanel } from '@backstage/core-components';
import {
  CLUSTER_LOCATION_ANNOTATION,
  type ClusterLocation,
  type ComputeCluster,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useCluster } from '../../hooks/useCluster';
import { useEntityLocation } from '../../hooks/useEntityLocation';
import { useTexts } from '../../hooks/useTexts';
import { Skeleton } from './Skeleton';

/** What was read of a cluster. */
export type KnownCluster = {
  cluster: ComputeCluster;
  /** Why it could not be read again. */
  error: Error | null;
  /** Whether it is gone meanwhile. */
  deleted: boolean;
};

/** The compute cluster that the page's entity stands for; or why there is nothing to show of it. */
export function EntityCluster(props: {
  children: (known: KnownCluster) => ReactNode;
}) {
  const t = useTexts();
  const location = useEntityLocation();
  return location ? (
    <ClusterAt location={location}>{props.children}</ClusterAt>
  ) : (
    <Typography variant="body2">
      {t('entity.missing', { annotation: CLUSTER_LOCATION_ANNOTATION })}
    </Typography>
  );
}

function ClusterAt(props: {
  location: ClusterLocation;
  children: (known: KnownCluster) => ReactNode;
}) {
  const t = useTexts();
  const { cluster, error, deleted } = useCluster(props.location);
  if (cluster) return <>{props.children({ cluster, error, deleted })}</>;
  if (deleted) {
    return <Typography variant="body2">{t('entity.hidden')}</Typography>;
  }
  return error ? (
    <ResponseErrorPanel title={t('detail.error')} error={error} />
  ) : (
    <Skeleton />
  );
}
