const NODE_TYPE = 'it follows from the node type';
const SCALING = 'set the executors and auto scaling instead';
const DEPENDENCIES = 'use the dependencies instead';
const JAVA_OPTIONS = 'use the Java options instead';
const ENVIRONMENT = 'use the environment variables instead';
const IMAGE = 'choose the image instead';
const PLACE = 'the platform decides where the cluster runs';
const ENDPOINT = 'the platform’s Service and probes depend on it';
const IDENTITY = 'the platform finds the cluster’s pods by it';
const ACCESS = 'pods run with the rights that the platform gives them';
const VOLUME = 'choose a volume instead';
const SURVIVAL = 'the driver would not survive a full quota without it';
const SPOT = 'it follows from spot instances';

const PROPERTIES = new Map<string, string>([
  ['spark.master', PLACE],
  ['spark.submit.deployMode', PLACE],
  ['spark.kubernetes.namespace', PLACE],
  ['spark.kubernetes.context', PLACE],
  ['spark.kubernetes.driver.master', PLACE],
  ['spark.app.id', IDENTITY],
  ['spark.kubernetes.driver.pod.name', IDENTITY],
  ['spark.kubernetes.executor.podNamePrefix', IDENTITY],
  ['spark.kubernetes.allocation.pods.allocator', IDENTITY],
  ['spark.driver.host', ENDPOINT],
  ['spark.driver.bindAddress', ENDPOINT],
  ['spark.driver.port', ENDPOINT],
  ['spark.driver.blockManager.port', ENDPOINT],
  ['spark.plugins', ENDPOINT],
  ['spark.connect.grpc.binding.address', ENDPOINT],
  ['spark.connect.grpc.binding.port', ENDPOINT],
  [
    'spark.connect.authenticate.token',
    'the platform makes and keeps the token',
  ],
  ['spark.ui.killEnabled', 'the UI’s port knows no users'],
  ['spark.ui.enabled', ENDPOINT],
  ['spark.ui.port', ENDPOINT],
  ['spark.ui.proxyBase', ENDPOINT],
  ['spark.ui.proxyRedirectUri', ENDPOINT],
  ['spark.driver.memory', NODE_TYPE],
  ['spark.driver.memoryOverhead', NODE_TYPE],
  ['spark.driver.memoryOverheadFactor', NODE_TYPE],
  ['spark.driver.cores', NODE_TYPE],
  ['spark.executor.memory', NODE_TYPE],
  ['spark.executor.memoryOverhead', NODE_TYPE],
  ['spark.executor.memoryOverheadFactor', NODE_TYPE],
  ['spark.executor.pyspark.memory', NODE_TYPE],
  ['spark.executor.cores', NODE_TYPE],
  ['spark.memory.offHeap.size', NODE_TYPE],
  ['spark.kubernetes.memoryOverheadFactor', NODE_TYPE],
  ['spark.kubernetes.executor.request.cores', NODE_TYPE],
  ['spark.kubernetes.executor.limit.cores', NODE_TYPE],
  ['spark.kubernetes.driver.request.cores', NODE_TYPE],
  ['spark.kubernetes.driver.limit.cores', NODE_TYPE],
  ['spark.executor.instances', SCALING],
  ['spark.dynamicAllocation.enabled', SCALING],
  ['spark.dynamicAllocation.minExecutors', SCALING],
  ['spark.dynamicAllocation.maxExecutors', SCALING],
  ['spark.dynamicAllocation.initialExecutors', SCALING],
  ['spark.dynamicAllocation.executorIdleTimeout', SCALING],
  ['spark.dynamicAllocation.cachedExecutorIdleTimeout', SCALING],
  ['spark.dynamicAllocation.shuffleTracking.enabled', SCALING],
  ['spark.dynamicAllocation.shuffleTracking.timeout', SCALING],
  ['spark.scheduler.minRegisteredResourcesRatio', SURVIVAL],
  ['spark.kubernetes.allocation.batch.delay', SURVIVAL],
  ['spark.kubernetes.allocation.batch.size', SURVIVAL],
  ['spark.kubernetes.allocation.maxPendingPods', SURVIVAL],
  ['spark.decommission.enabled', SPOT],
  ['spark.storage.decommission.enabled', SPOT],
  ['spark.kubernetes.local.dirs.tmpfs', VOLUME],
  ['spark.executor.maxNumFailures', SURVIVAL],
  ['spark.executor.failuresValidityInterval', SURVIVAL],
  ['spark.jars', DEPENDENCIES],
  ['spark.jars.packages', DEPENDENCIES],
  ['spark.files', DEPENDENCIES],
  ['spark.submit.pyFiles', DEPENDENCIES],
  ['spark.driver.extraJavaOptions', JAVA_OPTIONS],
  ['spark.executor.extraJavaOptions', JAVA_OPTIONS],
  ['spark.kubernetes.container.image', IMAGE],
  ['spark.kubernetes.container.image.pullPolicy', IMAGE],
  ['spark.kubernetes.driver.container.image', IMAGE],
  ['spark.kubernetes.executor.container.image', IMAGE],
  ['spark.kubernetes.driver.podTemplateFile', ACCESS],
  ['spark.kubernetes.driver.podTemplateContainerName', ACCESS],
  ['spark.kubernetes.executor.pod.featureSteps', ACCESS],
  ['spark.kubernetes.executor.podTemplateFile', ACCESS],
  ['spark.kubernetes.executor.podTemplateContainerName', ACCESS],
]);

const PREFIXES = new Map<string, string>([
  ['spark.kubernetes.authenticate.', ACCESS],
  ['spark.kubernetes.driver.label.', IDENTITY],
  ['spark.kubernetes.executor.label.', IDENTITY],
  ['spark.kubernetes.driver.volumes.', VOLUME],
  ['spark.kubernetes.executor.volumes.', VOLUME],
  ['spark.kubernetes.driver.secrets.', ACCESS],
  ['spark.kubernetes.executor.secrets.', ACCESS],
  ['spark.kubernetes.driver.secretKeyRef.', ENVIRONMENT],
  ['spark.kubernetes.executor.secretKeyRef.', ENVIRONMENT],
  ['spark.kubernetes.node.selector.', NODE_TYPE],
  ['spark.kubernetes.driver.node.selector.', NODE_TYPE],
  ['spark.kubernetes.executor.node.selector.', NODE_TYPE],
  ['spark.kubernetes.driverEnv.', ENVIRONMENT],
  ['spark.executorEnv.', ENVIRONMENT],
]);

const VARIABLES = new Map<string, string>([
  ['POD_NAME', IDENTITY],
  ['POD_IP', ENDPOINT],
  ['KUBERNETES_SERVICE_HOST', PLACE],
  ['KUBERNETES_SERVICE_PORT', PLACE],
  ['SPARK_LOCAL_DIRS', VOLUME],
  ['SPARK_CONF_DIR', 'the platform writes Spark’s configuration'],
  ['SPARK_NO_DAEMONIZE', 'the driver would exit at once without it'],
  [
    'SPARK_CONNECT_AUTHENTICATE_TOKEN',
    'the platform makes and keeps the token',
  ],
  ['HIVE_SERVER2_THRIFT_PORT', ENDPOINT],
  ['HIVE_SERVER2_THRIFT_BIND_HOST', ENDPOINT],
]);

/**
 * Why a Spark property is not the user's to set; undefined if it is.
 *
 * @public
 */
export function platformOwnedProperty(name: string): string | undefined {
  return (
    PROPERTIES.get(name) ??
    [...PREFIXES].find(([prefix]) => name.startsWith(prefix))?.[1]
  );
}

/**
 * Why an environment variable is not the user's to set; undefined if it is.
 *
 * @public
 */
export function platformOwnedEnvironment(name: string): string | undefined {
  return VARIABLES.get(name);
}
