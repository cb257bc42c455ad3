import { isDeepStrictEqual } from 'node:util';
import { ParsedConfigureClusterRequest } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { ClusterChange } from '../../database';
import { checkPrecondition } from './checkPrecondition';
import { Command } from './Command';
import { requireState } from './requireState';

/**
 * Saves another specification for the next start, and a description. What says the same as before is no new
 * generation.
 *
 * @throws CommandRefusal
 */
export function decideConfigure(
  command: Command & { changes: ParsedConfigureClusterRequest },
): ClusterChange {
  const { cluster, changes, user } = command;
  checkPrecondition(command);
  requireState(command, {
    allowed: ['STOPPED', 'FAILED'],
    done: 'configured',
    hint: 'Terminate it first.',
  });
  const same = isDeepStrictEqual(changes.spec, cluster.spec);
  return {
    description: changes.description,
    ...(!same && { spec: changes.spec }),
    activity: { action: 'configure', user, message: 'Configured' },
  };
}
