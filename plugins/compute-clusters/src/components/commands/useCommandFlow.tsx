import { useState } from 'react';
import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import type { ClusterCommand } from '../../hooks/clusterState';
import { useClusterCommand } from '../../hooks/useClusterCommand';
import { useFailedStartAlert } from '../../hooks/useFailedStartAlert';
import { ConfirmDialog } from './ConfirmDialog';
import { DeleteDialog } from './DeleteDialog';

/** From the wish to the command: Start goes at once, the others ask first. */
export function useCommandFlow(cluster: ComputeCluster) {
  const tellFailedStart = useFailedStartAlert();
  const mutation = useClusterCommand(cluster);
  const [asking, setAsking] = useState<ClusterCommand>();

  const request = (command: ClusterCommand) => {
    mutation.reset();
    if (command !== 'start') {
      setAsking(command);
      return;
    }
    mutation.mutate(command, {
      onError: error => tellFailedStart(cluster, error),
    });
  };

  const dialogProps = {
    cluster,
    busy: mutation.isPending,
    error: mutation.error,
    onCancel: () => setAsking(undefined),
    onConfirm: () =>
      asking &&
      mutation.mutate(asking, { onSuccess: () => setAsking(undefined) }),
  };
  const dialog =
    asking === 'delete' ? (
      <DeleteDialog {...dialogProps} />
    ) : (
      asking &&
      asking !== 'start' && <ConfirmDialog {...dialogProps} command={asking} />
    );

  return { request, dialog, busy: mutation.isPending };
}
