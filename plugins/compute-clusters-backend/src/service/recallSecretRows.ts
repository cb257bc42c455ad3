import { ComputeClusterSpec } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { checkStoredSecrets, recallStoredSecrets } from '../userSecrets';
import { Command, CommandRefusal } from './commands';

/**
 * A specification with the secret values that the cluster keeps now, which may not be those that it kept when the
 * request was looked at.
 *
 * @throws CommandRefusal if it keeps some no more
 */
export function recallSecretRows(
  spec: ComputeClusterSpec,
  { cluster }: Command,
): ComputeClusterSpec {
  if (checkStoredSecrets(spec, cluster.spec).length > 0) {
    throw new CommandRefusal(
      'stale',
      'The compute cluster was changed meanwhile: it keeps some of the secret values no more. Read it again, and repeat what is still right.',
      cluster,
    );
  }
  return recallStoredSecrets(spec, cluster.spec);
}
