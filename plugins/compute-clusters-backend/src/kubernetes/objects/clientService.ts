import { V1Service } from '@kubernetes/client-node';
import { ClusterObjectInput } from './ClusterObjectInput';
import { exposedAs } from './exposure/exposureObjects';
import { clusterLabels, driverSelector, EXPOSED_AS } from './labels';
import { clusterObjectName, PORTS } from './names';
import { thriftPort } from './thriftPort';

/**
 * What clients connect to. It selects the driver of whatever run there is, and only a ready one: executors dial the
 * driver's pod IP and need no Service. What exposes the cluster is owned by it, and named in an annotation of it.
 */
export function clientService(input: ClusterObjectInput): V1Service {
  const exposed = exposedAs(input);
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: clusterObjectName(input),
      namespace: input.namespace,
      labels: clusterLabels(input),
      ...(exposed && { annotations: { [EXPOSED_AS]: exposed } }),
    },
    spec: {
      type: 'ClusterIP',
      selector: driverSelector(input),
      ports: [
        // tells a gateway to speak HTTP/2 without TLS to the driver
        { ...port('connect', PORTS.connect), appProtocol: 'kubernetes.io/h2c' },
        port('thrift', thriftPort(input.exposure)),
        port('ui', PORTS.ui),
      ],
    },
  };
}

function port(name: string, number: number) {
  return { name, port: number, targetPort: name, protocol: 'TCP' };
}
