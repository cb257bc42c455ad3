import Button from '@material-ui/core/Button';
import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import { useMutation } from '@tanstack/react-query';
import type {
  ComputeCluster,
  PodDetails,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { computeClustersApiRef } from '../../../../api/ComputeClustersApi';
import { messageOf } from '../../../../api/messageOf';
import { useTexts } from '../../../../hooks/useTexts';
import { saveFile } from '../../../common/saveFile';

/** Saves the whole log of a pod as it is now, also what the page does not show. */
export function DownloadButton(props: {
  cluster: ComputeCluster;
  pod: PodDetails;
}) {
  const t = useTexts();
  const api = useApi(computeClustersApiRef);
  const alerts = useApi(alertApiRef);
  const { cluster, pod } = props;
  const { mutate, isPending } = useMutation({
    mutationFn: async () => {
      const log = await api.getLogs(cluster.id, { pod: pod.name });
      saveFile(`spark-${pod.component}-logs.txt`, await log.blob());
    },
    onError: error =>
      alerts.post({
        severity: 'error',
        message: `${t('logs.error')}: ${messageOf(error)}`,
      }),
  });
  return (
    <Button
      disabled={isPending || pod.logs === 'none'}
      onClick={() => mutate()}
    >
      {t('logs.download')}
    </Button>
  );
}
