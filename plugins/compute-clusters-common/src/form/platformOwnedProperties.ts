import { OWNERSHIP_REASONS, type OwnershipReason } from './ownershipReasons';

const PROPERTIES = new Map<string, OwnershipReason>([
  ['spark.master', 'place'],
  ['spark.submit.deployMode', 'place'],
  ['spark.kubernetes.namespace', 'place'],
  ['spark.kubernetes.context', 'place'],
  ['spark.kubernetes.driver.master', 'place'],
  ['spark.app.id', 'identity'],
  ['spark.kubernetes.driver.pod.name', 'identity'],
  ['spark.kubernetes.executor.podNamePrefix', 'identity'],
  ['spark.kubernetes.allocation.pods.allocator', 'identity'],
  ['spark.driver.host', 'endpoint'],
  ['spark.driver.bindAddress', 'endpoint'],
  ['spark.driver.port', 'endpoint'],
  ['spark.driver.blockManager.port', 'endpoint'],
  ['spark.plugins', 'endpoint'],
  ['spark.connect.grpc.binding.address', 'endpoint'],
  ['spark.connect.grpc.binding.port', 'endpoint'],
  ['spark.connect.authenticate.token', 'token'],
  ['spark.ui.killEnabled', 'ui'],
  ['spark.ui.enabled', 'endpoint'],
  ['spark.ui.port', 'endpoint'],
  ['spark.ui.proxyBase', 'endpoint'],
  ['spark.ui.proxyRedirectUri', 'endpoint'],
  ['spark.driver.memory', 'nodeType'],
  ['spark.driver.memoryOverhead', 'nodeType'],
  ['spark.driver.memoryOverheadFactor', 'nodeType'],
  ['spark.driver.cores', 'nodeType'],
  ['spark.executor.memory', 'nodeType'],
  ['spark.executor.memoryOverhead', 'nodeType'],
  ['spark.executor.memoryOverheadFactor', 'nodeType'],
  ['spark.executor.pyspark.memory', 'nodeType'],
  ['spark.executor.cores', 'nodeType'],
  ['spark.memory.offHeap.size', 'nodeType'],
  ['spark.kubernetes.memoryOverheadFactor', 'nodeType'],
  ['spark.kubernetes.executor.request.cores', 'nodeType'],
  ['spark.kubernetes.executor.limit.cores', 'nodeType'],
  ['spark.kubernetes.driver.request.cores', 'nodeType'],
  ['spark.kubernetes.driver.limit.cores', 'nodeType'],
  ['spark.executor.instances', 'scaling'],
  ['spark.dynamicAllocation.enabled', 'scaling'],
  ['spark.dynamicAllocation.minExecutors', 'scaling'],
  ['spark.dynamicAllocation.maxExecutors', 'scaling'],
  ['spark.dynamicAllocation.initialExecutors', 'scaling'],
  ['spark.dynamicAllocation.executorIdleTimeout', 'scaling'],
  ['spark.dynamicAllocation.cachedExecutorIdleTimeout', 'scaling'],
  ['spark.dynamicAllocation.shuffleTracking.enabled', 'scaling'],
  ['spark.dynamicAllocation.shuffleTracking.timeout', 'scaling'],
  ['spark.scheduler.minRegisteredResourcesRatio', 'survival'],
  ['spark.kubernetes.allocation.batch.delay', 'survival'],
  ['spark.kubernetes.allocation.batch.size', 'survival'],
  ['spark.kubernetes.allocation.maxPendingPods', 'survival'],
  ['spark.decommission.enabled', 'spot'],
  ['spark.storage.decommission.enabled', 'spot'],
  ['spark.kubernetes.local.dirs.tmpfs', 'volume'],
  ['spark.executor.maxNumFailures', 'survival'],
  ['spark.executor.failuresValidityInterval', 'survival'],
  ['spark.jars', 'dependencies'],
  ['spark.jars.packages', 'dependencies'],
  ['spark.files', 'dependencies'],
  ['spark.submit.pyFiles', 'dependencies'],
  ['spark.driver.extraJavaOptions', 'javaOptions'],
  ['spark.executor.extraJavaOptions', 'javaOptions'],
  ['spark.kubernetes.container.image', 'image'],
  ['spark.kubernetes.container.image.pullPolicy', 'image'],
  ['spark.kubernetes.driver.container.image', 'image'],
  ['spark.kubernetes.executor.container.image', 'image'],
  ['spark.kubernetes.driver.podTemplateFile', 'access'],
  ['spark.kubernetes.driver.podTemplateContainerName', 'access'],
  ['spark.kubernetes.executor.pod.featureSteps', 'access'],
  ['spark.kubernetes.executor.podTemplateFile', 'access'],
  ['spark.kubernetes.executor.podTemplateContainerName', 'access'],
]);

const PREFIXES = new Map<string, OwnershipReason>([
  ['spark.kubernetes.authenticate.', 'access'],
  ['spark.kubernetes.driver.label.', 'identity'],
  ['spark.kubernetes.executor.label.', 'identity'],
  ['spark.kubernetes.driver.volumes.', 'volume'],
  ['spark.kubernetes.executor.volumes.', 'volume'],
  ['spark.kubernetes.driver.secrets.', 'access'],
  ['spark.kubernetes.executor.secrets.', 'access'],
  ['spark.kubernetes.driver.secretKeyRef.', 'environment'],
  ['spark.kubernetes.executor.secretKeyRef.', 'environment'],
  ['spark.kubernetes.node.selector.', 'nodeType'],
  ['spark.kubernetes.driver.node.selector.', 'nodeType'],
  ['spark.kubernetes.executor.node.selector.', 'nodeType'],
  ['spark.kubernetes.driverEnv.', 'environment'],
  ['spark.executorEnv.', 'environment'],
]);

const VARIABLES = new Map<string, OwnershipReason>([
  ['POD_NAME', 'identity'],
  ['POD_IP', 'endpoint'],
  ['KUBERNETES_SERVICE_HOST', 'place'],
  ['KUBERNETES_SERVICE_PORT', 'place'],
  ['SPARK_LOCAL_DIRS', 'volume'],
  ['SPARK_CONF_DIR', 'configuration'],
  ['SPARK_NO_DAEMONIZE', 'foreground'],
  ['SPARK_CONNECT_AUTHENTICATE_TOKEN', 'token'],
  ['HIVE_SERVER2_THRIFT_PORT', 'endpoint'],
  ['HIVE_SERVER2_THRIFT_BIND_HOST', 'endpoint'],
]);

/** Why a Spark property is not the user's to set. */
export function reasonOfProperty(name: string): OwnershipReason | undefined {
  return (
    PROPERTIES.get(name) ??
    [...PREFIXES].find(([prefix]) => name.startsWith(prefix))?.[1]
  );
}

/** Why an environment variable is not the user's to set. */
export function reasonOfVariable(name: string): OwnershipReason | undefined {
  return VARIABLES.get(name);
}

/**
 * Why a Spark property is not the user's to set; undefined if it is.
 *
 * @public
 */
export function platformOwnedProperty(name: string): string | undefined {
  const reason = reasonOfProperty(name);
  return reason && OWNERSHIP_REASONS[reason];
}

/**
 * Why an environment variable is not the user's to set; undefined if it is.
 *
 * @public
 */
export function platformOwnedEnvironment(name: string): string | undefined {
  const reason = reasonOfVariable(name);
  return reason && OWNERSHIP_REASONS[reason];
}
