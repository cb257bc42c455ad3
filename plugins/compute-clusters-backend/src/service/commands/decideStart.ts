import { ClusterChange } from '../../database';
import { checkPrecondition } from './checkPrecondition';
import { Command } from './Command';
import { requireState } from './requireState';

/**
 * Starts a stopped cluster with its saved specification.
 *
 * @throws CommandRefusal
 */
export function decideStart(command: Command): ClusterChange {
  checkPrecondition(command);
  requireState(command, {
    allowed: ['STOPPED'],
    done: 'started',
    hint: 'To run it with its saved specification, restart it.',
  });
  return {
    power: 'on',
    beginRun: true,
    observed: {
      state: 'STARTING',
      reason: 'Accepted',
      message: "The cluster's objects are being made in Kubernetes.",
    },
    activity: { action: 'start', user: command.user, message: 'Started' },
  };
}
