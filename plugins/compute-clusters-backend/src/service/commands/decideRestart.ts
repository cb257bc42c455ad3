import { ClusterChange } from '../../database';
import { checkPrecondition } from './checkPrecondition';
import { Command } from './Command';
import { requireState } from './requireState';

/**
 * Ends the run under way, or the failed one, and begins the next with the saved specification.
 *
 * @throws CommandRefusal
 */
export function decideRestart(command: Command): ClusterChange {
  checkPrecondition(command);
  requireState(command, {
    allowed: ['STARTING', 'ACTIVE', 'FAILED'],
    done: 'restarted',
    hint: 'Start it once it is stopped.',
  });
  return {
    power: 'on',
    endRun: 'Restarted',
    beginRun: true,
    observed: {
      state: 'STARTING',
      reason: 'Accepted',
      message: 'The earlier run is being stopped, then the next one starts.',
    },
    activity: { action: 'restart', user: command.user, message: 'Restarted' },
  };
}
