import { ClusterObjectInput } from './ClusterObjectInput';
import { masterOf, podProperties } from './driverProperties';
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
    masterOf(input),
    '--properties-file',
    `${CONFIG_DIRECTORY}/${FILES.sparkDefaults}`,
    ...Object.entries(podProperties(input)).flatMap(([name, value]) => [
      '--conf',
      `${name}=${value}`,
    ]),
    ...thriftProperties(input).flatMap(property => ['--hiveconf', property]),
    'spark-internal',
  ];
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
