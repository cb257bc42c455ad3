import { ClusterChange } from '../../database';
import { checkPrecondition } from './checkPrecondition';
import { Command } from './Command';
import { CommandRefusal } from './CommandRefusal';

/** A stop by schedule is put off by so much. */
const PUT_OFF_MILLISECONDS = 60 * 60_000;

/**
 * Takes back the automatic stop that is announced: idle time begins anew, and a stop by schedule comes an hour later.
 *
 * @throws CommandRefusal
 */
export function decideKeepRunning(command: Command, now: Date): ClusterChange {
  checkPrecondition(command);
  const { cluster, user } = command;
  const stop = cluster.automation?.stop;
  if (!stop || cluster.deletionRequestedAt) {
    throw new CommandRefusal(
      'wrong-state',
      'No automatic stop of this compute cluster is announced, so there is nothing to put off.',
      cluster,
    );
  }
  return {
    automation: {
      stop: null,
      ...(stop.reason === 'Schedule'
        ? { keptUntil: new Date(stop.at.getTime() + PUT_OFF_MILLISECONDS) }
        : { activeAt: now }),
    },
    activity: {
      action: 'keep-running',
      user,
      message:
        stop.reason === 'Schedule'
          ? 'Put the stop by its schedule off by an hour'
          : 'Kept running; its idle time begins anew',
    },
  };
}
