import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useClusterCommand } from '../../hooks/useClusterCommand';
import { ConfirmDialog } from '../commands/ConfirmDialog';
import { ComputeClustersProvider } from '../common/ComputeClustersProvider';

/** Asks before a termination that a menu outside of our provider began. */
export default function TerminateDialog(props: {
  cluster: ComputeCluster;
  onClose: () => void;
}) {
  return (
    <ComputeClustersProvider>
      <Question {...props} />
    </ComputeClustersProvider>
  );
}

function Question(props: { cluster: ComputeCluster; onClose: () => void }) {
  const { cluster, onClose } = props;
  const command = useClusterCommand(cluster);
  return (
    <ConfirmDialog
      cluster={cluster}
      command="terminate"
      busy={command.isPending}
      error={command.error}
      onCancel={onClose}
      onConfirm={() => command.mutate('terminate', { onSuccess: onClose })}
    />
  );
}
