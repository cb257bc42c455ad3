import { V1ObjectMeta } from '@kubernetes/client-node';
import { ClusterObjectInput } from '../ClusterObjectInput';
import { clusterLabels } from '../labels';
import { clusterObjectName } from '../names';

/** The cluster's Service; what exposes the cluster goes with it. */
export interface ServiceOwner {
  uid: string;
}

/** Metadata of an object that exposes a cluster. */
export function exposedMetadata(
  input: ClusterObjectInput,
  owner: ServiceOwner,
  name: string,
): V1ObjectMeta {
  return {
    name,
    namespace: input.namespace,
    labels: clusterLabels(input),
    annotations: input.exposure.annotations,
    ownerReferences: [
      {
        apiVersion: 'v1',
        kind: 'Service',
        name: clusterObjectName(input),
        uid: owner.uid,
      },
    ],
  };
}
