import { useState } from 'react';
import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useTexts } from '../../../../hooks/useTexts';
import { CommandDialog } from '../../../commands/ConfirmDialog';
import { ExplainedButton } from '../../../common/ExplainedButton';
import type { useConnectToken } from './useConnectToken';

/** Replaces the token, and asks first: all clients that use it need the new one. */
export function RotateButton(props: {
  cluster: ComputeCluster;
  request: ReturnType<typeof useConnectToken>;
  disabled: boolean;
  reason: string | undefined;
}) {
  const t = useTexts();
  const { cluster, request, disabled, reason } = props;
  const [asking, setAsking] = useState(false);
  return (
    <>
      <ExplainedButton
        variant="outlined"
        disabled={disabled}
        reason={reason}
        onClick={() => setAsking(true)}
      >
        {t('connections.rotate')}
      </ExplainedButton>
      {asking && (
        <CommandDialog
          cluster={cluster}
          title={t('connections.rotateTitle', { name: cluster.name })}
          text={t('connections.rotateText')}
          confirm={t('connections.rotate')}
          busy={request.isPending}
          error={request.rotateError}
          onCancel={() => setAsking(false)}
          onConfirm={() =>
            request.rotate({ onSuccess: () => setAsking(false) })
          }
        />
      )}
    </>
  );
}
