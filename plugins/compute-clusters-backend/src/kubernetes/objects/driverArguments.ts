import { ClusterObjectInput } from './ClusterObjectInput';
import { driverSize } from './driverSize';
import { literal } from './literal';
import { CONFIG_DIRECTORY, FILES, PORTS } from './names';

/** Serves Thrift; the plugin in the properties file adds Connect to the same JVM. */
const MAIN_CLASS = 'org.apache.spark.sql.hive.thriftserver.HiveThriftServer2';

/**
 * The command line of a driver. The user's arguments stand where they take effect: after the class, since spark-submit
 * takes an unknown argument before it for the application, and before ours, since the last of two equals wins.
 */
export function driverArguments(input: ClusterObjectInput): string[] {
  return [
    '/opt/spark/bin/spark-submit',
    '--class',
    MAIN_CLASS,
    ...input.spec.arguments.map(literal),
    '--master',
    master(input),
    '--properties-file',
    `${CONFIG_DIRECTORY}/${FILES.sparkDefaults}`,
    ...podProperties(input).flatMap(property => ['--conf', property]),
    ...thriftProperties(input).flatMap(property => ['--hiveconf', property]),
    'spark-internal',
  ];
}

function master(input: ClusterObjectInput): string {
  return input.spec.executor
    ? 'k8s://https://$(KUBERNETES_SERVICE_HOST):$(KUBERNETES_SERVICE_PORT)'
    : `local[${driverSize(input).taskSlots}]`;
}

function thriftProperties({
  exposure: { thrift },
}: ClusterObjectInput): string[] {
  const everywhere = [
    'hive.server2.thrift.bind.host=0.0.0.0',
    `hive.server2.transport.mode=${thrift.transport}`,
  ];
  return thrift.transport === 'http'
    ? [
        ...everywhere,
        `hive.server2.thrift.http.port=${PORTS.thriftHttp}`,
        `hive.server2.thrift.http.path=${thrift.httpPath}`,
      ]
    : [...everywhere, `hive.server2.thrift.port=${PORTS.thrift}`];
}

/**
 * What only the pod knows. Executors dial the bind address, so it is the pod's IP like the host. The names come from the
 * pod's own: the executors of a new attempt must not collide with those that an earlier one left.
 */
function podProperties(input: ClusterObjectInput): string[] {
  const everywhere = [
    'spark.driver.host=$(POD_IP)',
    'spark.driver.bindAddress=$(POD_IP)',
  ];
  return input.spec.executor
    ? [
        ...everywhere,
        'spark.app.id=$(POD_NAME)',
        'spark.kubernetes.driver.pod.name=$(POD_NAME)',
        'spark.kubernetes.executor.podNamePrefix=$(POD_NAME)',
      ]
    : everywhere;
}
