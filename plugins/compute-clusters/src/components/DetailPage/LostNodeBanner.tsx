import { useState } from 'react';
import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useClusterCommand } from '../../hooks/useClusterCommand';
import { useTexts } from '../../hooks/useTexts';
import { CommandDialog } from '../commands/ConfirmDialog';
import { OperateButton } from '../commands/OperateButton';
import { Notice } from '../common/Notice';

/** That pods hang on a lost node, with a way to give them up. */
export function LostNodeBanner({ cluster }: { cluster: ComputeCluster }) {
  const t = useTexts();
  const command = useClusterCommand(cluster);
  const [asking, setAsking] = useState(false);
  const { reason, executors } = cluster.status;
  const driver = reason === 'NodeLost';
  if (!driver && executors.reason !== 'NodeLost') return null;
  return (
    <Notice
      severity="warning"
      action={
        <OperateButton
          cluster={cluster}
          size="small"
          onClick={() => setAsking(true)}
        >
          {t('detail.giveUpPods')}
        </OperateButton>
      }
    >
      {t(driver ? 'detail.lostNode' : 'detail.lostExecutors')}
      {asking && (
        <CommandDialog
          cluster={cluster}
          title={t('detail.giveUpPodsTitle', { name: cluster.name })}
          text={t(
            driver ? 'detail.giveUpPodsText' : 'detail.giveUpExecutorsText',
          )}
          confirm={t('detail.giveUpPods')}
          busy={command.isPending}
          error={command.error}
          onCancel={() => setAsking(false)}
          onConfirm={() =>
            command.mutate('give-up-pods', {
              onSuccess: () => setAsking(false),
            })
          }
        />
      )}
    </Notice>
  );
}
