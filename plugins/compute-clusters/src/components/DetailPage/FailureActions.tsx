import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { canConfigure } from '../../hooks/clusterState';
import { useClusterAccess } from '../../hooks/useClusterAccess';
import { useNodeTypes } from '../../hooks/useReferenceData';
import { useTexts } from '../../hooks/useTexts';
import {
  configureClusterRouteRef,
  DRIVER_NODE_TYPE_PARAMETER,
} from '../../routes';
import { OperateButton } from '../commands/OperateButton';
import { useCommandFlow } from '../commands/useCommandFlow';
import { useDetailTab } from './detailTabs';
import { nextNodeType } from './nextNodeType';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    margin: theme.spacing(1, 0),
  },
}));

/** What to try after a failure, beside the commands of the header. */
export function FailureActions({ cluster }: { cluster: ComputeCluster }) {
  const t = useTexts();
  const classes = useStyles();
  const access = useClusterAccess(cluster);
  const [, setTab] = useDetailTab();
  const { request, dialog, busy } = useCommandFlow(cluster);
  return (
    <div className={classes.root}>
      {access.configure && canConfigure(cluster) && (
        <ConfigureButton cluster={cluster} />
      )}
      {!cluster.deletionRequestedAt && (
        <OperateButton
          cluster={cluster}
          size="small"
          variant="outlined"
          disabled={busy}
          onClick={() => request('restart')}
        >
          {t('failure.restart')}
        </OperateButton>
      )}
      <Button size="small" variant="outlined" onClick={() => setTab('logs')}>
        {t('failure.openLog')}
      </Button>
      {dialog}
    </div>
  );
}

/** Leads to the form, with the next larger node type chosen where memory was short. */
function ConfigureButton({ cluster }: { cluster: ComputeCluster }) {
  const t = useTexts();
  const nodeTypes = useNodeTypes().data ?? [];
  const page = useRouteRef(configureClusterRouteRef)(cluster);
  const { spec, status } = cluster;
  const next =
    status.reason === 'OutOfMemory'
      ? nextNodeType(nodeTypes, spec.driver.nodeType)
      : undefined;
  const search = new URLSearchParams({
    ...(next && { [DRIVER_NODE_TYPE_PARAMETER]: next.name }),
  });
  return (
    <LinkButton
      size="small"
      variant="contained"
      color="primary"
      to={next ? `${page}?${search}` : page}
    >
      {next
        ? t('failure.configureWith', { nodeType: next.name })
        : t('command.configure')}
    </LinkButton>
  );
}
