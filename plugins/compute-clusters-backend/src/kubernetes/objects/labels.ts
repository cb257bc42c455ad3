import { CLUSTER_ID_ANNOTATION } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { ClusterObjectInput } from './ClusterObjectInput';

const PREFIX = 'compute-clusters.backstage.io';
const TAG_PREFIX = `tags.${PREFIX}`;

/** Label keys. */
export const LABELS = {
  managedBy: 'app.kubernetes.io/managed-by',
  partOf: 'app.kubernetes.io/part-of',
  clusterId: CLUSTER_ID_ANNOTATION,
  run: `${PREFIX}/run`,
  component: `${PREFIX}/component`,
} as const;

/** Annotation of a cluster's Service: the objects that expose the cluster and go with the Service. */
export const EXPOSED_AS = `${PREFIX}/exposed-as`;

const MANAGED_BY = 'compute-clusters';

/** What a pod is to its compute cluster. */
export type Component = 'driver' | 'executor';

type Identity = Pick<ClusterObjectInput, 'clusterId' | 'spec'>;
type RunIdentity = Identity & Pick<ClusterObjectInput, 'run'>;

/** Labels of everything that this plugin makes. */
export function managedLabels(): Record<string, string> {
  return { [LABELS.managedBy]: MANAGED_BY, [LABELS.partOf]: MANAGED_BY };
}

/** Labels of the objects that a compute cluster keeps through all its runs. */
export function clusterLabels(input: Identity): Record<string, string> {
  return {
    ...tagLabels(input.spec.tags),
    ...managedLabels(),
    ...clusterSelector(input),
  };
}

/** Labels of a run's Job and pods. */
export function runLabels(
  input: RunIdentity,
  component: Component,
): Record<string, string> {
  return {
    ...clusterLabels(input),
    [LABELS.run]: String(input.run.sequence),
    [LABELS.component]: component,
  };
}

/** Selects all objects of a compute cluster. */
export function clusterSelector(
  input: Pick<ClusterObjectInput, 'clusterId'>,
): Record<string, string> {
  return { [LABELS.clusterId]: input.clusterId };
}

/** Selects the driver pods of a compute cluster. */
export function driverSelector(
  input: Pick<ClusterObjectInput, 'clusterId'>,
): Record<string, string> {
  return { ...clusterSelector(input), [LABELS.component]: 'driver' };
}

/** Selects what this plugin made, as a selector in text. */
export const MANAGED_SELECTOR = `${LABELS.managedBy}=${MANAGED_BY}`;

/** A user's tags under a prefix of their own, so that no tag can pass for a label of ours. */
export function tagLabels(
  tags: Record<string, string>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tags).map(([key, value]) => [`${TAG_PREFIX}/${key}`, value]),
  );
}
