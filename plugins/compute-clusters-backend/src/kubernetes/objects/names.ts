import {
  jobName,
  objectName,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { ClusterObjectInput } from './ClusterObjectInput';

/** Field manager of every server-side apply. */
export const FIELD_MANAGER = 'compute-clusters';

/** ServiceAccount, Role and RoleBinding of the drivers of a namespace. */
export const DRIVER_ACCOUNT = 'spark-driver';

/** ServiceAccount of the executors of a namespace: no rights, no token. */
export const EXECUTOR_ACCOUNT = 'spark-executor';

/** ResourceQuota, LimitRange and NetworkPolicy of a namespace. */
export const NAMESPACE_OBJECT = 'compute-clusters';

/** Name of the container in driver pods. */
export const DRIVER_CONTAINER = 'driver';

/** Name of the container in executor pods. */
export const EXECUTOR_CONTAINER = 'executor';

/** Ports of a driver pod. */
export const PORTS = {
  connect: 15002,
  thrift: 10000,
  thriftHttp: 10001,
  ui: 4040,
  driver: 7078,
  blockManager: 7079,
} as const;

/** Where a driver finds its configuration. */
export const CONFIG_DIRECTORY = '/etc/compute-cluster';

/** Where a driver may write. */
export const WORK_DIRECTORY = '/var/lib/compute-cluster';

/** Keys of the Secret and the ConfigMap, and so names of the files in {@link CONFIG_DIRECTORY}. */
export const FILES = {
  sparkDefaults: 'spark-defaults.conf',
  executorTemplate: 'executor.yaml',
  logging: 'log4j2.properties',
} as const;

/** Key of the Secret that holds the Connect token alone. */
export const CONNECT_TOKEN_KEY = 'connect-token';

/** Name of the Secret, ConfigMap and Service of a compute cluster. */
export function clusterObjectName(input: Pick<ClusterObjectInput, 'name'>) {
  return objectName(input.name);
}

/**
 * Name of the Job of a run: at most 41 characters, since Kubernetes adds a hyphen and five more for the pod, whose name
 * Spark takes as the prefix of its executors' names, at most 47 characters.
 */
export function runJobName(input: Pick<ClusterObjectInput, 'name' | 'run'>) {
  return jobName(input.name, input.run.sequence);
}
