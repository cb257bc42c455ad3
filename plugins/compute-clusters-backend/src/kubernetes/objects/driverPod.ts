import { V1Container, V1PodSpec, V1Probe } from '@kubernetes/client-node';
import { acceleratorQuantities } from './acceleratorQuantities';
import { ClusterObjectInput } from './ClusterObjectInput';
import { driverArguments } from './driverArguments';
import { platformEnvironment, userEnvironment } from './driverEnvironment';
import { driverSize } from './driverSize';
import {
  clusterObjectName,
  CONFIG_DIRECTORY,
  DRIVER_ACCOUNT,
  DRIVER_CONTAINER,
  FILES,
  PORTS,
  WORK_DIRECTORY,
} from './names';
import { containerSecurityContext, podSecurityContext } from './podSecurity';
import { thriftPort } from './thriftPort';

/** One attempt of a run. */
export function driverPod(input: ClusterObjectInput): V1PodSpec {
  const { nodeSelector, tolerations } = input.driverNodeType;
  return {
    // a restart inside the pod would leave the last attempt's executors, whose owner lives on: the Job makes a new pod
    restartPolicy: 'Never',
    // with many Services in a namespace the variables for them break the start of processes
    enableServiceLinks: false,
    serviceAccountName: DRIVER_ACCOUNT,
    securityContext: podSecurityContext(),
    nodeSelector,
    tolerations,
    containers: [driverContainer(input)],
    volumes: [configVolume(input), { name: 'work', emptyDir: {} }],
  };
}

function driverContainer(input: ClusterObjectInput): V1Container {
  return {
    name: DRIVER_CONTAINER,
    image: input.image,
    imagePullPolicy: 'IfNotPresent',
    command: ['/opt/entrypoint.sh'],
    args: driverArguments(input),
    workingDir: WORK_DIRECTORY,
    env: [...platformEnvironment(), ...userEnvironment(input)],
    ports: [
      { name: 'connect', containerPort: PORTS.connect, protocol: 'TCP' },
      {
        name: 'thrift',
        containerPort: thriftPort(input.exposure),
        protocol: 'TCP',
      },
      { name: 'ui', containerPort: PORTS.ui, protocol: 'TCP' },
    ],
    resources: resources(input),
    securityContext: containerSecurityContext(),
    // the container's status then carries the end of the log, with the cause
    terminationMessagePolicy: 'FallbackToLogsOnError',
    volumeMounts: [
      { name: 'config', mountPath: CONFIG_DIRECTORY, readOnly: true },
      { name: 'work', mountPath: WORK_DIRECTORY },
    ],
    ...probes(input),
  };
}

/**
 * Connect's port opens before there is a SparkContext, and stays open for 20 s after it has stopped. Thrift's opens last
 * and closes at once, so it tells start and readiness. Liveness asks the UI, patiently: the first answer is slow, and a
 * busy machine must not kill healthy drivers.
 */
function probes(
  input: ClusterObjectInput,
): Record<'startupProbe' | 'readinessProbe' | 'livenessProbe', V1Probe> {
  const thrift = { tcpSocket: { port: thriftPort(input.exposure) } };
  return {
    startupProbe: { ...thrift, periodSeconds: 2, failureThreshold: 300 },
    readinessProbe: { ...thrift, periodSeconds: 2 },
    livenessProbe: {
      httpGet: { path: '/api/v1/version', port: PORTS.ui },
      periodSeconds: 10,
      timeoutSeconds: 10,
      failureThreshold: 6,
    },
  };
}

/** Request and limit are the same, and both set: a quota counts both. */
function resources(input: ClusterObjectInput) {
  const { cpu, memory } = driverSize(input);
  const quantities = {
    cpu: `${cpu}m`,
    memory: `${memory}Mi`,
    ...acceleratorQuantities(input.driverNodeType),
  };
  return { requests: quantities, limits: quantities };
}

function configVolume(input: ClusterObjectInput) {
  const name = clusterObjectName(input);
  const file = (key: string) => ({ key, path: key });
  const { sparkDefaults, logging, executorTemplate } = FILES;
  return {
    name: 'config',
    projected: {
      sources: [
        { secret: { name, items: [file(sparkDefaults)] } },
        {
          configMap: {
            name,
            items: input.executorNodeType
              ? [file(logging), file(executorTemplate)]
              : [file(logging)],
          },
        },
      ],
    },
  };
}
