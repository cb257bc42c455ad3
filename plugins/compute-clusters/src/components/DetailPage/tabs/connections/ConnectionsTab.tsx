import { useState } from 'react';
import Grid from '@material-ui/core/Grid';
import type {
  ComputeCluster,
  Connections,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useConnections } from '../../../../hooks/useClusterInsides';
import { useTexts } from '../../../../hooks/useTexts';
import { AsyncContent } from '../../../common/AsyncContent';
import { Notice } from '../../../common/Notice';
import { ClientSection } from './ClientSection';
import { CODE_CLIENTS, SQL_CLIENTS } from './clients';
import { ReachCard } from './ReachCard';
import { reachesOf, targetOf, type Reach } from './Target';
import { TokenCard } from './TokenCard';
import { useConnectToken } from './useConnectToken';

/** How to reach a compute cluster, its token, and what each client needs. */
export default function ConnectionsTab(props: { cluster: ComputeCluster }) {
  const t = useTexts();
  const query = useConnections(props.cluster.id);
  return (
    <AsyncContent query={query} errorTitle={t('connections.error')}>
      {connections => (
        <Clients cluster={props.cluster} connections={connections} />
      )}
    </AsyncContent>
  );
}

interface ClientsProps {
  cluster: ComputeCluster;
  connections: Connections;
}

function Clients({ cluster, connections }: ClientsProps) {
  const t = useTexts();
  const request = useConnectToken(cluster.id);
  const reaches = reachesOf(connections);
  const [chosen, setChosen] = useState<Reach>();
  const reach = reaches.find(each => each === chosen) ?? reaches[0];
  const target = targetOf(connections, cluster, reach, request.token);
  return (
    <>
      <Notices cluster={cluster} connections={connections} />
      <Grid container spacing={2}>
        <Grid item xs={12} md={6}>
          <ReachCard
            reaches={reaches}
            target={target}
            namespace={cluster.namespace}
            onChange={setChosen}
          />
        </Grid>
        <Grid item xs={12} md={6}>
          <TokenCard cluster={cluster} request={request} />
        </Grid>
      </Grid>
      <ClientSection
        title={t('connections.code')}
        help={t('connections.codeHelp')}
        target={target}
        clients={CODE_CLIENTS}
      />
      <ClientSection
        title={t('connections.sql')}
        help={t('connections.sqlHelp')}
        target={target}
        clients={SQL_CLIENTS}
      />
    </>
  );
}

function Notices({ cluster, connections }: ClientsProps) {
  const t = useTexts();
  return (
    <>
      {cluster.status.state !== 'ACTIVE' && (
        <Notice severity="info">{t('connections.notActive')}</Notice>
      )}
      {connections.message && (
        <Notice severity="info">{connections.message}</Notice>
      )}
    </>
  );
}
