import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { InfoCard } from '@backstage/core-components';
import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { messageOf } from '../../../../api/messageOf';
import { useOwnerHint } from '../../../../hooks/useOwnerHint';
import { useTexts } from '../../../../hooks/useTexts';
import { ExplainedButton } from '../../../common/ExplainedButton';
import { Notice } from '../../../common/Notice';
import { CopyableCode } from './CopyableCode';
import { RotateButton } from './RotateButton';
import { TOKEN_VARIABLE } from './snippets/connectUrl';
import { shellQuoted } from './snippets/quoted';
import { useMayConnect } from './useMayConnect';
import type { useConnectToken } from './useConnectToken';

const useStyles = makeStyles(theme => ({
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    marginTop: theme.spacing(1),
  },
}));

/** The token of Spark Connect: shown on demand, replaced on demand. */
export function TokenCard(props: {
  cluster: ComputeCluster;
  request: ReturnType<typeof useConnectToken>;
}) {
  const t = useTexts();
  const { cluster, request } = props;
  const { token, rotated, error } = request;
  return (
    <InfoCard title={t('connections.token')}>
      {error && (
        <Notice severity="error">
          {t('connections.tokenError', { message: messageOf(error) })}
        </Notice>
      )}
      {rotated && <Notice severity="info">{t('connections.rotated')}</Notice>}
      <Typography variant="body2" paragraph>
        {t('connections.tokenHelp', { variable: TOKEN_VARIABLE })}
      </Typography>
      {token !== undefined && <ShownToken token={token} />}
      <Typography variant="body2">{t('connections.tokenAudited')}</Typography>
      <Typography variant="body2">{t('connections.rotateHelp')}</Typography>
      <TokenButtons cluster={cluster} request={request} />
    </InfoCard>
  );
}

function ShownToken({ token }: { token: string }) {
  const t = useTexts();
  const client = t('connections.token');
  const part = t('connections.exportLabel');
  return (
    <>
      <CopyableCode
        text={token}
        label={client}
        copyLabel={t('connections.copy', { client, part: client })}
      />
      <CopyableCode
        text={`export ${TOKEN_VARIABLE}=${shellQuoted(token)}`}
        label={part}
        copyLabel={t('connections.copy', { client, part })}
      />
    </>
  );
}

function TokenButtons(props: {
  cluster: ComputeCluster;
  request: ReturnType<typeof useConnectToken>;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { cluster, request } = props;
  const { token, isPending, show, hide } = request;
  const { allowed, loading } = useMayConnect(cluster);
  const ownerHint = useOwnerHint(cluster);
  const access = {
    disabled: loading || isPending,
    reason: allowed || loading ? undefined : ownerHint,
  };
  const shown = token !== undefined;
  return (
    <div className={classes.buttons}>
      <ExplainedButton
        {...access}
        variant="outlined"
        onClick={shown ? hide : show}
      >
        {t(shown ? 'connections.hideToken' : 'connections.showToken')}
      </ExplainedButton>
      <RotateButton {...access} cluster={cluster} request={request} />
    </div>
  );
}
