import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { messageOf } from '../api/messageOf';
import { useTexts } from './useTexts';

/** Tells that a cluster was not started: Start asks nothing, so it has no dialog to tell it in. */
export function useFailedStartAlert() {
  const t = useTexts();
  const alerts = useApi(alertApiRef);
  return ({ name }: ComputeCluster, error: Error) =>
    alerts.post({
      severity: 'error',
      message: t('command.failed', {
        command: t('command.start'),
        name,
        message: messageOf(error),
      }),
    });
}
