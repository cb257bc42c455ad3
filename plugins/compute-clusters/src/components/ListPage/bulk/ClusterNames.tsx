import Typography from '@material-ui/core/Typography';
import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { messageOf } from '../../../api/messageOf';
import { useTexts } from '../../../hooks/useTexts';
import { Notice } from '../../common/Notice';
import type { useTerminable } from './useTerminable';

/** Which clusters are to be terminated, and which are left out. */
export function ClusterNames(props: {
  clusters: readonly ComputeCluster[];
  terminable: ReturnType<typeof useTerminable>;
}) {
  const t = useTexts();
  const { allowed, refused, loading, error } = props.terminable;
  return (
    <>
      <NameList clusters={loading ? props.clusters : allowed} />
      {loading && (
        <Typography role="status" variant="body2">
          {t('bulk.checking')}
        </Typography>
      )}
      {refused.length > 0 && (
        <>
          <Typography variant="body2">{t('bulk.leftOut')}</Typography>
          <NameList clusters={refused} />
        </>
      )}
      {error && <Notice severity="error">{messageOf(error)}</Notice>}
    </>
  );
}

function NameList({ clusters }: { clusters: readonly ComputeCluster[] }) {
  const t = useTexts();
  return (
    <Typography variant="body2" component="ul">
      {clusters.map(({ id, name, namespace }) => (
        <li key={id}>{t('bulk.place', { name, namespace })}</li>
      ))}
    </Typography>
  );
}
