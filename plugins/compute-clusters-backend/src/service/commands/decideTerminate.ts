import { ClusterChange } from '../../database';
import { checkPrecondition } from './checkPrecondition';
import { Command } from './Command';
import { requireState } from './requireState';

/**
 * Stops a cluster; its specification stays.
 *
 * @throws CommandRefusal
 */
export function decideTerminate(command: Command): ClusterChange {
  checkPrecondition(command);
  requireState(command, {
    allowed: ['STARTING', 'ACTIVE', 'FAILED'],
    done: 'terminated',
    hint: 'There is nothing left to stop.',
  });
  return {
    power: 'off',
    endRun: 'Terminated',
    observed: {
      state: 'STOPPING',
      reason: 'Terminating',
      message: 'The driver and its executors are being stopped.',
    },
    activity: {
      action: 'terminate',
      user: command.user,
      message: 'Terminated',
    },
  };
}
