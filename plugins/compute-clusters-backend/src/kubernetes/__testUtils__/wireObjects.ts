import { LABELS } from '../objects';

/** Labels of a driver in the first run of a compute cluster. */
export function wireLabels(clusterId: string): Record<string, string> {
  return {
    [LABELS.clusterId]: clusterId,
    [LABELS.run]: '1',
    [LABELS.component]: 'driver',
  };
}

/** The Job `etl-1` of a compute cluster, as the API server sends it. */
export function wireJob(uid: string, clusterId = 'one') {
  return {
    metadata: {
      uid,
      name: 'etl-1',
      namespace: 'a',
      labels: wireLabels(clusterId),
    },
  };
}

/** A driver of the compute cluster `one`, as the API server sends it. */
export function wirePod(uid: string, phase: string) {
  return {
    metadata: { uid, namespace: 'a', labels: wireLabels('one') },
    spec: {
      containers: [{ resources: { requests: { cpu: '1', memory: '2Gi' } } }],
    },
    status: { phase },
  };
}
