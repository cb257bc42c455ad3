import Button from '@material-ui/core/Button';
import Tooltip from '@material-ui/core/Tooltip';
import { LinkButton } from '@backstage/core-components';
import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useClusterLinks } from '../../hooks/useClusterLinks';
import { useTexts } from '../../hooks/useTexts';
import { OutsideLinks } from './OutsideLinks';

/** Leads to the Spark UI, the metrics, and the pages that configure and clone; what does not help now is disabled and says why. */
export function LinkButtons({ cluster }: { cluster: ComputeCluster }) {
  const t = useTexts();
  return (
    <>
      <OutsideLinks cluster={cluster} />
      {useClusterLinks(cluster).map(({ key, to, hint, disabled }) =>
        disabled ? (
          <Tooltip key={key} title={hint}>
            <span>
              <Button variant="outlined" disabled>
                {t(`command.${key}`)}
              </Button>
            </span>
          </Tooltip>
        ) : (
          <LinkButton key={key} to={to} variant="outlined">
            {t(`command.${key}`)}
          </LinkButton>
        ),
      )}
    </>
  );
}
