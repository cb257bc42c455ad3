import { ClusterChange } from '../../database';
import { checkPrecondition } from './checkPrecondition';
import { Command } from './Command';

/**
 * Deletes a cluster, whatever its state.
 *
 * @returns undefined if its deletion was asked for already
 * @throws CommandRefusal
 */
export function decideDelete(command: Command): ClusterChange | undefined {
  checkPrecondition(command);
  if (command.cluster.deletionRequestedAt) {
    return undefined;
  }
  return {
    power: 'off',
    deletionRequested: true,
    endRun: 'Deleted',
    observed: {
      state: 'DELETING',
      reason: 'Deleting',
      message: 'Everything of the cluster in Kubernetes is being deleted.',
    },
    activity: { action: 'delete', user: command.user, message: 'Deleted' },
  };
}
