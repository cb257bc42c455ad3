import Button from '@material-ui/core/Button';
import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import { useMutation } from '@tanstack/react-query';
import type { UsageQuery } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { computeClustersApiRef } from '../../api/ComputeClustersApi';
import { messageOf } from '../../api/messageOf';
import { useTexts } from '../../hooks/useTexts';
import { saveFile } from '../common/saveFile';

/** Saves what the page shows as the backend writes it for spreadsheets. */
export function DownloadCsvButton(props: {
  query: UsageQuery;
  disabled: boolean;
}) {
  const t = useTexts();
  const api = useApi(computeClustersApiRef);
  const alerts = useApi(alertApiRef);
  const { query, disabled } = props;
  const { mutate, isPending } = useMutation({
    mutationFn: async () => {
      const csv = await api.getUsageCsv(query);
      saveFile(fileName(query), await csv.blob());
    },
    onError: error =>
      alerts.post({
        severity: 'error',
        message: t('cost.downloadFailed', { message: messageOf(error) }),
      }),
  });
  return (
    <Button
      variant="outlined"
      disabled={disabled || isPending}
      onClick={() => mutate()}
    >
      {t('cost.download')}
    </Button>
  );
}

/** Two months beside each other are two files. */
function fileName({ groupBy, from }: UsageQuery): string {
  return `compute-clusters-by-${groupBy}-from-${from}.csv`;
}
