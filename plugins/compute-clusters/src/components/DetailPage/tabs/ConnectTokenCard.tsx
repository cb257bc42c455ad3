import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { CopyTextButton, InfoCard } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { useMutation } from '@tanstack/react-query';
import {
  computeClusterConnectPermission,
  type ComputeCluster,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { computeClustersApiRef } from '../../../api/ComputeClustersApi';
import { messageOf } from '../../../api/messageOf';
import { ownsCluster } from '../../../hooks/useClusterAccess';
import { useMe } from '../../../hooks/useReferenceData';
import { useTexts } from '../../../hooks/useTexts';
import { Notice } from '../../common/Notice';

const useStyles = makeStyles(theme => ({
  token: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    fontFamily: 'monospace',
    overflowWrap: 'anywhere',
  },
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    marginTop: theme.spacing(1),
  },
}));

/** The token of Spark Connect: shown on demand, replaced on demand. */
export function ConnectTokenCard({ cluster }: { cluster: ComputeCluster }) {
  const t = useTexts();
  const classes = useStyles();
  const api = useApi(computeClustersApiRef);
  const allowed = useMayConnect(cluster);
  const request = useMutation({
    mutationFn: (kind: 'show' | 'rotate') =>
      kind === 'show'
        ? api.getConnectToken(cluster.id)
        : api.rotateConnectToken(cluster.id),
  });
  const { data, error, isPending, mutate } = request;
  return (
    <InfoCard title={t('connections.token')}>
      {error && (
        <Notice severity="error">
          {t('connections.tokenError', { message: messageOf(error) })}
        </Notice>
      )}
      {data && (
        <div className={classes.token}>
          <span>{data.token}</span>
          <CopyTextButton
            text={data.token}
            tooltipText={t('connections.copied')}
            aria-label={t('connections.copy')}
          />
        </div>
      )}
      <Typography variant="body2">{t('connections.tokenAudited')}</Typography>
      <Typography variant="body2">{t('connections.rotateHelp')}</Typography>
      <div className={classes.buttons}>
        <Button
          variant="outlined"
          disabled={!allowed || isPending}
          onClick={() => mutate('show')}
        >
          {t('connections.showToken')}
        </Button>
        <Button
          variant="outlined"
          disabled={!allowed || isPending}
          onClick={() => mutate('rotate')}
        >
          {t('connections.rotate')}
        </Button>
      </div>
    </InfoCard>
  );
}

function useMayConnect(cluster: ComputeCluster): boolean {
  const me = useMe().data;
  const { allowed } = usePermission({
    permission: computeClusterConnectPermission,
    resourceRef: cluster.id,
  });
  return allowed && ownsCluster(me, cluster);
}
