import { useState } from 'react';
import Button from '@material-ui/core/Button';
import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useTexts } from '../../../../hooks/useTexts';
import { CommandDialog } from '../../../commands/ConfirmDialog';
import type { useConnectToken } from './useConnectToken';

/** Replaces the token, and asks first: all clients that use it need the new one. */
export function RotateButton(props: {
  cluster: ComputeCluster;
  request: ReturnType<typeof useConnectToken>;
  disabled: boolean;
}) {
  const t = useTexts();
  const { cluster, request, disabled } = props;
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button
        variant="outlined"
        disabled={disabled}
        onClick={() => setAsking(true)}
      >
        {t('connections.rotate')}
      </Button>
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
