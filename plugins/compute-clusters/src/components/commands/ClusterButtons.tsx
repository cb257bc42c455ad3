import Button from '@material-ui/core/Button';
import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { commandsFor } from '../../hooks/clusterState';
import { useClusterAccess } from '../../hooks/useClusterAccess';
import { useTexts } from '../../hooks/useTexts';
import { LinkButtons } from './LinkButtons';
import { useCommandFlow } from './useCommandFlow';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: theme.spacing(1),
  },
}));

/** The actions of a cluster as buttons; what the caller may not do is disabled and says whom to ask. */
export function ClusterButtons({ cluster }: { cluster: ComputeCluster }) {
  const t = useTexts();
  const classes = useStyles();
  const access = useClusterAccess(cluster);
  const { request, dialog, busy } = useCommandFlow(cluster);
  const owner = cluster.ownerRef ?? t('detail.noOwner');
  return (
    <div className={classes.root}>
      <LinkButtons cluster={cluster} />
      {commandsFor(cluster).map(command => {
        const allowed = command === 'delete' ? access.delete : access.operate;
        return (
          <Tooltip
            key={command}
            title={
              allowed || access.loading
                ? ''
                : t('command.notAllowed', { owner })
            }
          >
            <span>
              <Button
                variant={command === 'start' ? 'contained' : 'outlined'}
                color={command === 'start' ? 'primary' : 'default'}
                disabled={!allowed || busy}
                onClick={() => request(command)}
              >
                {t(`command.${command}`)}
              </Button>
            </span>
          </Tooltip>
        );
      })}
      {dialog}
    </div>
  );
}
