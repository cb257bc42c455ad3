import { driverSizing } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { ClusterObjectInput } from './ClusterObjectInput';

/** How the driver's node type is divided. */
export function driverSize(
  input: Pick<ClusterObjectInput, 'driverNodeType' | 'spec'>,
) {
  return driverSizing(input.driverNodeType, input.spec.deploymentType);
}
