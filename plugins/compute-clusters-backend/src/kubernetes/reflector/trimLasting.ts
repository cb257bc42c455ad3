import { LABELS } from '../objects';
import { Interner } from './Interner';
import { WatchedRecord } from './RecordCache';
import { WireObject } from './wire';

/** That a compute cluster has a Secret, ConfigMap or Service, and nothing of what is in it. */
export interface LastingRecord extends WatchedRecord {
  clusterId: string;
}

/**
 * What is kept of a Secret, ConfigMap or Service; undefined if it is none that a compute cluster cannot do without. Those
 * of Spark and those that expose a cluster have owners, and users' values have a name of their own.
 */
export function trimLasting(
  { metadata }: WireObject,
  interner: Interner,
): LastingRecord | undefined {
  const clusterId = metadata.labels?.[LABELS.clusterId];
  if (
    !clusterId ||
    metadata.ownerReferences?.length ||
    metadata.name?.endsWith(clusterId)
  ) {
    return undefined;
  }
  return {
    uid: metadata.uid ?? '',
    namespace: interner.intern(metadata.namespace ?? ''),
    resourceVersion: metadata.resourceVersion ?? '',
    clusterId: interner.intern(clusterId),
  };
}
