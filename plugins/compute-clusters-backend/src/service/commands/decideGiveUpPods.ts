import { ClusterChange } from '../../database';
import { checkPrecondition } from './checkPrecondition';
import { Command } from './Command';
import { CommandRefusal } from './CommandRefusal';

/**
 * Gives up the pods of a cluster that hang on a lost node, whatever its state.
 *
 * @throws CommandRefusal
 */
export function decideGiveUpPods(command: Command): ClusterChange {
  checkPrecondition(command);
  const { cluster, user } = command;
  const { observed } = cluster;
  const isLost =
    observed.reason === 'NodeLost' || observed.executors.reason === 'NodeLost';
  if (!isLost) {
    throw new CommandRefusal(
      'wrong-state',
      'No pod of this compute cluster hangs on a lost node, so there is none to give up.',
      cluster,
    );
  }
  return {
    giveUpRequested: true,
    activity: {
      action: 'give-up-pods',
      user,
      message: 'Gave up the pods on lost nodes; they may still run there',
    },
  };
}
