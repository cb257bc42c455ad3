import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useConfigureLink } from '../../hooks/useClusterLinks';
import { useTexts } from '../../hooks/useTexts';
import { ExplainedLink } from '../common/ExplainedLink';
import { OutsideLinks } from './OutsideLinks';

/** Leads to the Spark UI, the metrics, and the page that configures. */
export function LinkButtons({ cluster }: { cluster: ComputeCluster }) {
  const t = useTexts();
  return (
    <>
      <OutsideLinks cluster={cluster} />
      <ExplainedLink {...useConfigureLink(cluster)} variant="outlined">
        {t('command.configure')}
      </ExplainedLink>
    </>
  );
}
