import { etagOf } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { Command } from './Command';
import { CommandRefusal } from './CommandRefusal';

/**
 * Refuses a command that is based on an older generation.
 *
 * @throws CommandRefusal of kind `stale`
 */
export function checkPrecondition({ cluster, ifMatch }: Command): void {
  if (ifMatch === undefined) {
    return;
  }
  const current = etagOf(cluster.generation);
  // Proxies that compress mark the tag as weak.
  const tags = ifMatch.split(',').map(tag => tag.trim().replace(/^W\//, ''));
  if (!tags.includes('*') && !tags.includes(current)) {
    throw new CommandRefusal(
      'stale',
      `The compute cluster was changed meanwhile: it is at ${current} now. Read it again, and repeat what is still right.`,
      cluster,
    );
  }
}
