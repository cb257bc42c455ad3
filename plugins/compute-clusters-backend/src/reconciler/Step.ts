import { ObservedPod } from './ObservedCluster';

/** One thing that the reconciler does to bring a compute cluster nearer to what is wanted. All may be repeated. */
export type Step =
  /** Service accounts, role, binding, quota and network policy of the namespace, unless applied lately. */
  | { type: 'ApplyNamespaceAccess' }
  | { type: 'ApplySecret' }
  | { type: 'ApplyConfigMap' }
  | { type: 'ApplyServices' }
  /** The current run's driver. */
  | { type: 'CreateJob' }
  /** Without a uid the cache knows of no such Job, and the API server is asked. */
  | { type: 'DeleteJob'; run: number; uid?: string }
  /** Driver pods whose Job is gone. */
  | { type: 'DeleteLeftoverDrivers'; run: number }
  /** Executors whose driver is gone or has given up. */
  | { type: 'DeleteLeftoverExecutors'; run: number }
  /** Deletes pods by force whose nodes do not answer, and notes that it is done. */
  | { type: 'GiveUpPods'; pods: ObservedPod[] }
  /** Everything that carries the cluster's id. */
  | { type: 'DeleteClusterObjects' }
  /** Turns the cluster's row into a tombstone. */
  | { type: 'RemoveRow' };
