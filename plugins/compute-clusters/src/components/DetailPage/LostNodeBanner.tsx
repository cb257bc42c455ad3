import { useState } from 'react';
import Button from '@material-ui/core/Button';
import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useClusterAccess } from '../../hooks/useClusterAccess';
import { useClusterCommand } from '../../hooks/useClusterCommand';
import { useTexts } from '../../hooks/useTexts';
import { CommandDialog } from '../commands/ConfirmDialog';
import { Notice } from '../common/Notice';

/** That pods hang on a lost node, with a way to give them up. */
export function LostNodeBanner({ cluster }: { cluster: ComputeCluster }) {
  const t = useTexts();
  const access = useClusterAccess(cluster);
  const command = useClusterCommand(cluster);
  const [asking, setAsking] = useState(false);
  if (cluster.status.reason !== 'NodeLost') return null;
  return (
    <Notice
      severity="warning"
      action={
        <Button
          size="small"
          disabled={!access.operate}
          onClick={() => setAsking(true)}
        >
          {t('detail.giveUpPods')}
        </Button>
      }
    >
      {t('detail.lostNode')}
      {asking && (
        <CommandDialog
          cluster={cluster}
          title={t('detail.giveUpPodsTitle', { name: cluster.name })}
          text={t('detail.giveUpPodsText')}
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
