import type { ButtonProps } from '@material-ui/core/Button';
import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useClusterAccess } from '../../hooks/useClusterAccess';
import { useOwnerHint } from '../../hooks/useOwnerHint';
import { ExplainedButton } from '../common/ExplainedButton';

/** A button for what only those may do who may operate the cluster; it tells others whom to ask. */
export function OperateButton(
  props: ButtonProps & { cluster: ComputeCluster },
) {
  const { cluster, disabled, ...button } = props;
  const { operate, loading } = useClusterAccess(cluster);
  const ownerHint = useOwnerHint(cluster);
  return (
    <ExplainedButton
      {...button}
      disabled={disabled || loading}
      reason={operate || loading ? undefined : ownerHint}
    />
  );
}
