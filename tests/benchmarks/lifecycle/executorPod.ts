import type { V1Pod } from '@kubernetes/client-node';
import { PRODUCT_PREFIX } from '../start/objectPattern';

const COMPONENT = `${PRODUCT_PREFIX}/component`;
const KIB = 1024;

/**
 * An executor as Spark 4.3 makes it for a driver: its name, labels, owner, container, environment and volumes, so that
 * it is as large as a real one. It asks for little, since simulated nodes are few.
 */
export function executorPod(driver: V1Pod, number: number): V1Pod {
  const { name = '', namespace, uid = '', labels } = driver.metadata ?? {};
  const image = driver.spec?.containers[0]?.image;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: `${name}-exec-${number}`,
      namespace,
      labels: {
        ...labels,
        'spark-app-name': name.slice(0, 60),
        'spark-app-selector': `spark-${uid.replaceAll('-', '')}`,
        'spark-exec-id': String(number),
        'spark-exec-resourceprofile-id': '0',
        'spark-role': 'executor',
        'spark-version': '4.3.0',
        [COMPONENT]: 'executor',
      },
      ownerReferences: [
        { apiVersion: 'v1', kind: 'Pod', name, uid, controller: true },
      ],
    },
    spec: {
      restartPolicy: 'Never',
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      terminationGracePeriodSeconds: 30,
      securityContext: {
        runAsNonRoot: true,
        runAsUser: 185,
        fsGroup: 185,
        seccompProfile: { type: 'RuntimeDefault' },
      },
      nodeSelector: { type: 'simulated' },
      tolerations: [
        { key: 'kwok.x-k8s.io/node', operator: 'Exists', effect: 'NoSchedule' },
      ],
      containers: [container(name, number, image)],
      volumes: [
        { name: 'spark-conf-volume-exec', configMap: { name, optional: true } },
        { name: 'spark-local-dir-1', emptyDir: {} },
        {
          name: 'compute-cluster-config',
          configMap: { name, optional: true },
        },
      ],
    },
  };
}

function container(driver: string, number: number, image?: string) {
  const quantities = { cpu: '20m', memory: '128Mi' };
  return {
    name: 'spark-kubernetes-executor',
    image,
    args: ['executor'],
    ports: [{ name: 'blockmanager', containerPort: 7079 }],
    terminationMessagePolicy: 'FallbackToLogsOnError',
    securityContext: {
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
    },
    resources: { requests: quantities, limits: quantities },
    env: environment(driver, number),
    volumeMounts: [
      { name: 'spark-conf-volume-exec', mountPath: '/opt/spark/conf' },
      { name: 'spark-local-dir-1', mountPath: '/var/data/spark-local' },
      { name: 'compute-cluster-config', mountPath: '/etc/compute-cluster' },
    ],
  };
}

/** Java options are most of what a real executor's pod says. */
function environment(driver: string, number: number) {
  const options = Array.from({ length: 24 }, (_, i) => ({
    name: `SPARK_JAVA_OPT_${i}`,
    value: `-Dspark.some.property.of.the.driver.${i}=${driver}`,
  }));
  return [
    { name: 'SPARK_DRIVER_URL', value: `spark://Scheduler@${driver}:7078` },
    { name: 'SPARK_EXECUTOR_CORES', value: '1' },
    { name: 'SPARK_EXECUTOR_MEMORY', value: `${KIB}m` },
    { name: 'SPARK_APPLICATION_ID', value: `spark-${driver}` },
    { name: 'SPARK_EXECUTOR_ID', value: String(number) },
    { name: 'SPARK_RESOURCE_PROFILE_ID', value: '0' },
    {
      name: 'SPARK_EXECUTOR_POD_IP',
      valueFrom: { fieldRef: { fieldPath: 'status.podIP' } },
    },
    {
      name: 'SPARK_EXECUTOR_POD_NAME',
      valueFrom: { fieldRef: { fieldPath: 'metadata.name' } },
    },
    ...options,
  ];
}
