import { ClusterObjectInput } from './ClusterObjectInput';
import { driverSize } from './driverSize';
import { CONFIG_DIRECTORY, DRIVER_ACCOUNT, FILES, PORTS } from './names';
import { allocationProperties } from './properties/allocationProperties';
import {
  executorProperties,
  executorSizeProperties,
} from './properties/executorProperties';
import { REDACTION } from './properties/redaction';
import { propertiesOf, SparkProperty } from './properties/SparkProperty';
import { userProperties } from './properties/userProperties';
import { volumeProperties } from './properties/volumeProperties';

const CONNECT_PLUGIN = 'org.apache.spark.sql.connect.SparkConnectPlugin';

const LOGGING = `-Dlog4j2.configurationFile=file:${CONFIG_DIRECTORY}/${FILES.logging}`;

/**
 * Every property of a run that does not depend on the driver's pod. Three layers: what the platform suggests, what the
 * user says, what the platform insists on; a later one wins.
 */
export function sparkProperties(input: ClusterObjectInput): SparkProperty[] {
  const suggested = propertiesOf('platform', suggestions(input));
  const user = propertiesOf('user', userProperties(input));
  const sizes = propertiesOf('node-type', sizeProperties(input));
  const owned = propertiesOf('platform', ownedProperties(input));
  const byName = new Map(
    [...suggested, ...user, ...sizes, ...owned].map(p => [p.name, p]),
  );
  return [...byName.values()];
}

function suggestions(input: ClusterObjectInput): Record<string, string> {
  return {
    'spark.app.name': input.name,
    'spark.redaction.regex': REDACTION,
    // a user without a passwd entry has no home: Ivy would refuse to start
    'spark.jars.ivy': '/tmp/.ivy2',
    'spark.ui.prometheus.enabled': 'true',
  };
}

function ownedProperties(input: ClusterObjectInput): Record<string, string> {
  return {
    'spark.plugins': CONNECT_PLUGIN,
    ...javaOptions(input),
    'spark.connect.authenticate.token': input.connectToken,
    'spark.connect.grpc.binding.port': String(PORTS.connect),
    'spark.ui.enabled': 'true',
    'spark.ui.port': String(PORTS.ui),
    // the UI's port knows no users: it must not end anyone's stage
    'spark.ui.killEnabled': 'false',
    'spark.driver.port': String(PORTS.driver),
    'spark.driver.blockManager.port': String(PORTS.blockManager),
    ...(input.spec.executor && kubernetesProperties(input)),
  };
}

function kubernetesProperties(
  input: ClusterObjectInput,
): Record<string, string> {
  return {
    ...executorProperties(input),
    ...allocationProperties(input.spec),
    ...volumeProperties(input.volume),
    // the key of client mode
    'spark.kubernetes.authenticate.serviceAccountName': DRIVER_ACCOUNT,
  };
}

function sizeProperties(input: ClusterObjectInput): Record<string, string> {
  return {
    'spark.driver.memory': `${driverSize(input).heap}m`,
    ...executorSizeProperties(input),
  };
}

/** The user's options come last, where the JVM lets them win. */
function javaOptions(input: ClusterObjectInput): Record<string, string> {
  const options = (...parts: string[]) =>
    [...parts, LOGGING, input.spec.javaOptions].filter(Boolean).join(' ');
  return {
    // a driver whose heap is full answers on, and works no more: it shall end, and be started again
    'spark.driver.extraJavaOptions': options('-XX:+ExitOnOutOfMemoryError'),
    ...(input.spec.executor && {
      'spark.executor.extraJavaOptions': options(),
    }),
  };
}
