import { V1NetworkPolicy } from '@kubernetes/client-node';
import { Exposure } from './Exposure';
import { LABELS, managedLabels } from './labels';
import { NAMESPACE_OBJECT, PORTS } from './names';

/**
 * Who may reach the pods of a namespace's compute clusters. Spark itself makes none in client mode, and its internal
 * ports and Thrift know no users.
 */
export function networkPolicy(
  namespace: string,
  { thrift }: Pick<Exposure, 'thrift'>,
): V1NetworkPolicy {
  // Both transports: drivers that run since before a change of the configuration have the old one.
  const thriftPorts = [tcp(PORTS.thrift), tcp(PORTS.thriftHttp)];
  const ours = { matchLabels: { [LABELS.managedBy]: 'compute-clusters' } };
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: {
      name: NAMESPACE_OBJECT,
      namespace,
      labels: managedLabels(),
    },
    spec: {
      podSelector: ours,
      policyTypes: ['Ingress'],
      ingress: [
        // drivers and executors among themselves, on any port
        { _from: [{ podSelector: ours }] },
        // Thrift: the team's own pods
        { _from: [{ podSelector: {} }], ports: thriftPorts },
        // Connect asks for its token; the UI is read through the API server, which is no pod that could be selected
        { ports: [tcp(PORTS.connect), tcp(PORTS.ui)] },
        ...(thrift.external ? [{ ports: thriftPorts }] : []),
      ],
    },
  };
}

function tcp(port: number) {
  return { port, protocol: 'TCP' };
}
