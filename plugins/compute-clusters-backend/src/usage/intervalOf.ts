import {
  ComputeClusterSpec,
  NodeType,
  priceOfPod,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { UsageInterval } from '../database';
import { PodRecord } from '../kubernetes/records';
import { BilledTime } from './billedTime';

/** What a pod does not tell of itself. */
export interface IntervalContext {
  kubernetesCluster: string;
  /** Of the pod's run; undefined if nobody knows it. */
  spec: ComputeClusterSpec | undefined;
  nodeTypes: NodeType[];
  ownerRef: string | null;
}

/** The row of a pod's time, with its price now; undefined for a pod of no known run. Pure. */
export function intervalOf(
  pod: PodRecord,
  time: BilledTime,
  context: IntervalContext,
): UsageInterval | undefined {
  const { kubernetesCluster, ownerRef, nodeTypes } = context;
  const size = context.spec?.[pod.component];
  if (!size) {
    return undefined;
  }
  const spot = 'spot' in size && size.spot;
  const price = nodeTypes.find(({ name }) => name === size.nodeType)?.price;
  return {
    podUid: pod.uid,
    clusterId: pod.clusterId,
    run: pod.run,
    kubernetesCluster,
    namespace: pod.namespace,
    ownerRef,
    component: pod.component,
    nodeType: size.nodeType,
    cpu: pod.cpu,
    memory: pod.memory,
    pricePerHour: price ? priceOfPod(price, { spot }) : null,
    currency: price?.currency ?? null,
    startedAt: new Date(time.start),
    endedAt: time.end === null ? null : new Date(time.end),
  };
}
