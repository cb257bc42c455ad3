import { V1Service } from '@kubernetes/client-node';
import { ClusterObjectInput } from '../ClusterObjectInput';
import { driverSelector } from '../labels';
import { PORTS } from '../names';
import { thriftPort } from '../thriftPort';
import { exposedMetadata, ServiceOwner } from './exposedObject';

/** By the id, since no name made from the cluster's could be sure not to be another cluster's. */
export function externalServiceName(
  input: Pick<ClusterObjectInput, 'clusterId'>,
): string {
  return `external-${input.clusterId}`;
}

/** Leads from outside to a driver. A Service of its own: that of the cluster also leads to the UI, which knows no users. */
export function externalService(
  input: ClusterObjectInput,
  owner: ServiceOwner,
): V1Service {
  const { exposure } = input;
  const connect = exposure.port ?? PORTS.connect;
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: exposedMetadata(input, owner, externalServiceName(input)),
    spec: {
      type: 'LoadBalancer',
      selector: driverSelector(input),
      ports: [
        { name: 'connect', port: connect, targetPort: 'connect' },
        ...(exposure.thrift.external
          ? [
              {
                name: 'thrift',
                port: thriftPort(exposure),
                targetPort: 'thrift',
              },
            ]
          : []),
      ].map(port => ({ ...port, protocol: 'TCP' })),
    },
  };
}
