import { V1Service } from '@kubernetes/client-node';
import { ClusterObjectInput } from './ClusterObjectInput';
import { clusterLabels, driverSelector } from './labels';
import { clusterObjectName, PORTS } from './names';

/**
 * What clients connect to. It selects the driver of whatever run there is, and only a ready one: executors dial the
 * driver's pod IP and need no Service.
 */
export function clientService(input: ClusterObjectInput): V1Service {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: clusterObjectName(input),
      namespace: input.namespace,
      labels: clusterLabels(input),
    },
    spec: {
      type: 'ClusterIP',
      selector: driverSelector(input),
      ports: [
        port('connect', PORTS.connect),
        port('thrift', PORTS.thrift),
        port('ui', PORTS.ui),
      ],
    },
  };
}

function port(name: string, number: number) {
  return { name, port: number, targetPort: name, protocol: 'TCP' };
}
