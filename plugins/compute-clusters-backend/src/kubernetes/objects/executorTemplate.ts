import { NodeType } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { V1Pod } from '@kubernetes/client-node';
import { acceleratorQuantities } from './acceleratorQuantities';
import { ClusterObjectInput } from './ClusterObjectInput';
import {
  clusterObjectName,
  CONFIG_DIRECTORY,
  EXECUTOR_CONTAINER,
  FILES,
} from './names';
import { containerSecurityContext, podSecurityContext } from './podSecurity';
import { spotAffinity, spotTolerations } from './spotPlacement';

const CONFIG_VOLUME = 'compute-cluster-config';

/**
 * The pod that Spark starts from when it makes executors: what no Spark property says. Image, CPU, memory, labels and
 * volumes come from properties; see `executorProperties`.
 */
export function executorTemplate(
  input: ClusterObjectInput,
  nodeType: NodeType,
): V1Pod {
  const spot = input.spec.executor?.spot ?? false;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    spec: {
      // no rights, so no token either
      automountServiceAccountToken: false,
      // with many Services in a namespace the variables for them break the start of processes
      enableServiceLinks: false,
      securityContext: podSecurityContext(),
      nodeSelector: nodeType.nodeSelector,
      tolerations: [
        ...nodeType.tolerations,
        ...(spot ? spotTolerations() : []),
      ],
      ...(spot && { affinity: spotAffinity() }),
      containers: [container(nodeType)],
      volumes: [loggingVolume(input)],
    },
  };
}

function container(nodeType: NodeType) {
  const accelerators = acceleratorQuantities(nodeType);
  return {
    name: EXECUTOR_CONTAINER,
    securityContext: containerSecurityContext(),
    // the end of the log says why an executor ended, when Spark has removed the pod
    terminationMessagePolicy: 'FallbackToLogsOnError',
    resources: { requests: accelerators, limits: accelerators },
    volumeMounts: [{ name: CONFIG_VOLUME, mountPath: CONFIG_DIRECTORY }],
  };
}

function loggingVolume(input: ClusterObjectInput) {
  return {
    name: CONFIG_VOLUME,
    configMap: {
      name: clusterObjectName(input),
      items: [{ key: FILES.logging, path: FILES.logging }],
    },
  };
}
