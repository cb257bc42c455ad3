import type { ConnectionsService } from '@compute-clusters/backstage-plugin-compute-clusters-common';

/** A command that leads ports of this computer to the same ones of a cluster's Service, for as long as it runs. */
export function portForward(
  { namespace, name }: Pick<ConnectionsService, 'namespace' | 'name'>,
  ports: readonly number[],
): string {
  return `kubectl --namespace ${namespace} port-forward service/${name} ${ports.join(
    ' ',
  )}`;
}
