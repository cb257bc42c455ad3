import { dumpYaml, V1ConfigMap } from '@kubernetes/client-node';
import { ClusterObjectInput } from './ClusterObjectInput';
import { executorTemplate } from './executorTemplate';
import { clusterLabels } from './labels';
import { clusterObjectName, FILES } from './names';

/** Standard error is what Kubernetes keeps as the log; times in UTC, so that drivers and events compare. */
const LOGGING = `rootLogger.level = info
rootLogger.appenderRef.console.ref = console
appender.console.type = Console
appender.console.name = console
appender.console.target = SYSTEM_ERR
appender.console.layout.type = PatternLayout
appender.console.layout.pattern = %d{yyyy-MM-dd'T'HH:mm:ss.SSS'Z'}{UTC} %p %c{1}: %m%n%ex
# the probes on the Thrift port connect and say nothing: each would log an error
logger.thrift.name = org.apache.thrift.server.TThreadPoolServer
logger.thrift.level = off
# retries of a full quota repeat a stack trace for each executor
logger.hive.name = org.apache.hadoop.hive.metastore
logger.hive.level = error
logger.jetty.name = org.sparkproject.jetty
logger.jetty.level = warn
`;

/** The ConfigMap of a compute cluster: what the driver reads beside its properties, none of it secret. */
export function clusterConfigMap(input: ClusterObjectInput): V1ConfigMap {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: clusterObjectName(input),
      namespace: input.namespace,
      labels: clusterLabels(input),
    },
    data: {
      [FILES.logging]: LOGGING,
      ...(input.executorNodeType && {
        [FILES.executorTemplate]: dumpYaml(
          executorTemplate(input, input.executorNodeType),
        ),
      }),
    },
  };
}
