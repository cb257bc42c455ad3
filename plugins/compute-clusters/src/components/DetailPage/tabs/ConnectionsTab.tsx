import Grid from '@material-ui/core/Grid';
import Typography from '@material-ui/core/Typography';
import { InfoCard } from '@backstage/core-components';
import type {
  ComputeCluster,
  ConnectEndpoint,
  Connections,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useConnections } from '../../../hooks/useClusterInsides';
import { useTexts } from '../../../hooks/useTexts';
import { AsyncContent } from '../../common/AsyncContent';
import { FieldList, type Field } from '../../common/FieldList';
import { Notice } from '../../common/Notice';
import { ConnectTokenCard } from './ConnectTokenCard';

/** Where clients connect, and with which token. */
export default function ConnectionsTab(props: { cluster: ComputeCluster }) {
  const t = useTexts();
  const query = useConnections(props.cluster.id);
  return (
    <AsyncContent query={query} errorTitle={t('connections.error')}>
      {connections => (
        <>
          {connections.message && (
            <Notice severity="info">{connections.message}</Notice>
          )}
          <Grid container spacing={2}>
            <Grid item xs={12} md={6} lg={4}>
              <ConnectCard connections={connections} />
            </Grid>
            <Grid item xs={12} md={6} lg={4}>
              <ThriftCard connections={connections} />
            </Grid>
            <Grid item xs={12} md={6} lg={4}>
              <ConnectTokenCard cluster={props.cluster} />
            </Grid>
          </Grid>
        </>
      )}
    </AsyncContent>
  );
}

function ConnectCard({ connections }: { connections: Connections }) {
  const t = useTexts();
  const { connect } = connections;
  const address =
    connect &&
    `sc://${connect.host}:${connect.port}/;use_ssl=${String(connect.tls)}`;
  return (
    <EndpointCard
      title={t('connections.connect')}
      endpoint={connect}
      fields={[[t('connections.address'), address]]}
    />
  );
}

function ThriftCard({ connections }: { connections: Connections }) {
  const t = useTexts();
  const { thrift, user } = connections;
  return (
    <EndpointCard
      title={t('connections.thrift')}
      endpoint={thrift}
      fields={[
        [t('connections.transport'), thrift?.transport],
        [t('connections.httpPath'), thrift?.httpPath],
        [t('connections.user'), user],
      ]}
    />
  );
}

function EndpointCard(props: {
  title: string;
  endpoint: ConnectEndpoint | null;
  fields: Field[];
}) {
  const t = useTexts();
  const { title, endpoint, fields } = props;
  return (
    <InfoCard title={title}>
      {endpoint ? (
        <FieldList
          fields={[
            [t('connections.host'), endpoint.host],
            [t('connections.port'), endpoint.port],
            [
              t('connections.tls'),
              t(endpoint.tls ? 'connections.yes' : 'connections.no'),
            ],
            ...fields,
          ]}
        />
      ) : (
        <Typography variant="body2">{t('connections.none')}</Typography>
      )}
    </InfoCard>
  );
}
