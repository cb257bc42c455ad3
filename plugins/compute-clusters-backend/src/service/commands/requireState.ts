import { StoredClusterState } from '../../database';
import { Command } from './Command';
import { CommandRefusal } from './CommandRefusal';

/**
 * Refuses a command in any other state than those allowed.
 *
 * @throws CommandRefusal of kind `wrong-state`
 */
export function requireState(
  { cluster }: Command,
  rule: {
    allowed: StoredClusterState[];
    /** What the command does, as a participle. */
    done: string;
    /** What to do instead. */
    hint: string;
  },
): void {
  const { allowed, done, hint } = rule;
  const state = cluster.deletionRequestedAt
    ? 'DELETING'
    : cluster.observed.state;
  if (allowed.includes(state)) {
    return;
  }
  const what = `This compute cluster is ${state}; it can be ${done} while it is ${allowed.join(
    ' or ',
  )}.`;
  throw new CommandRefusal(
    'wrong-state',
    state === 'DELETING' ? what : `${what} ${hint}`,
    cluster,
  );
}
