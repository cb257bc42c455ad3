import { LinkButton } from '@backstage/core-components';
import { configApiRef, useApi } from '@backstage/core-plugin-api';
import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { metricsLink } from '../../hooks/metricsLink';
import { ownsCluster } from '../../hooks/useClusterAccess';
import { useOwnerHint } from '../../hooks/useOwnerHint';
import { useMe } from '../../hooks/useReferenceData';
import { useSparkUi } from '../../hooks/useSparkUi';
import { useTexts } from '../../hooks/useTexts';
import { ExplainedLink } from '../common/ExplainedLink';

/** Leads to pages about the cluster that are not the portal's own: its Spark UI while there is one, and its metrics. */
export function OutsideLinks({ cluster }: { cluster: ComputeCluster }) {
  const t = useTexts();
  const template = useApi(configApiRef).getOptionalString(
    'computeClusters.links.metrics',
  );
  const metrics = metricsLink(template, cluster);
  return (
    <>
      <SparkUiLink cluster={cluster} />
      {metrics && (
        <LinkButton to={metrics} variant="outlined">
          {t('links.metrics')}
        </LinkButton>
      )}
    </>
  );
}

function SparkUiLink({ cluster }: { cluster: ComputeCluster }) {
  const t = useTexts();
  const me = useMe().data;
  const allowed = ownsCluster(me, cluster);
  const ownerHint = useOwnerHint(cluster);
  const { offered, url, error } = useSparkUi(cluster, allowed);
  if (!offered) return null;
  const failure =
    error && !url
      ? t('links.sparkUiError', { message: error.message })
      : undefined;
  return (
    <ExplainedLink
      to={url}
      reason={me && !allowed ? ownerHint : failure}
      variant="outlined"
    >
      {t('links.sparkUi')}
    </ExplainedLink>
  );
}
