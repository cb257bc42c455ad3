import { parse as parseYaml } from 'yaml';
import type { JsonObject, JsonValue } from '../../objects/json';
import { childOf, isJsonObject } from '../../objects/json';
import type { ObjectDraft } from '../../objects/KubernetesObject';
import type { Pod } from '../../objects/Pod';
import type { DriverSetup } from './readDriver';

/** Tells executors from drivers; Spark's own label. */
export const ROLE_LABEL = 'spark-role';
/** An executor's number. */
export const EXECUTOR_ID_LABEL = 'spark-exec-id';

function templateOf({ conf, files }: DriverSetup): JsonObject {
  const path = conf.get('spark.kubernetes.executor.podTemplateFile');
  const text = path && files.get(path);
  if (!text) return {};
  const template: JsonValue = parseYaml(text);
  return isJsonObject(template) ? template : {};
}

function containerOf(
  setup: DriverSetup,
  template: JsonObject,
  driver: Pod,
  id: number,
): JsonObject {
  const { conf } = setup;
  const memory = `${conf.executorMemory}Mi`;
  const limit = conf.get('spark.kubernetes.executor.limit.cores');
  const env = Array.isArray(template.env) ? template.env : [];
  return {
    ...template,
    name: template.name ?? 'spark-kubernetes-executor',
    image:
      conf.get('spark.kubernetes.executor.container.image') ??
      conf.get('spark.kubernetes.container.image') ??
      driver.spec.containers[0].image,
    args: ['executor'],
    env: [
      ...env,
      { name: 'SPARK_EXECUTOR_ID', value: String(id) },
      { name: 'SPARK_APPLICATION_ID', value: conf.get('spark.app.id') },
    ],
    resources: {
      ...childOf(template, 'resources'),
      requests: {
        ...childOf(childOf(template, 'resources'), 'requests'),
        cpu: conf.executorCpu,
        memory,
      },
      limits: {
        ...childOf(childOf(template, 'resources'), 'limits'),
        ...(limit ? { cpu: limit } : {}),
        memory,
      },
    },
  };
}

function labelsOf({ conf }: DriverSetup, id: number): JsonObject {
  return {
    ...conf.startingWith('spark.kubernetes.executor.label.'),
    [ROLE_LABEL]: 'executor',
    'spark-app-selector': conf.get('spark.app.id'),
    'spark-app-name': conf.get('spark.app.name') ?? 'spark',
    [EXECUTOR_ID_LABEL]: String(id),
    'spark-exec-resourceprofile-id': '0',
    'spark-version': '4.3.0',
  };
}

function specOf(setup: DriverSetup, driver: Pod, id: number): JsonObject {
  const { conf } = setup;
  const template = childOf(templateOf(setup), 'spec');
  const containers = Array.isArray(template.containers)
    ? template.containers.filter(isJsonObject)
    : [];
  const [first = {}, ...others] = containers;
  const account = conf.get(
    'spark.kubernetes.authenticate.executor.serviceAccountName',
  );
  return {
    ...template,
    restartPolicy: 'Never',
    ...(account ? { serviceAccountName: account } : {}),
    nodeSelector: {
      ...childOf(template, 'nodeSelector'),
      ...conf.startingWith('spark.kubernetes.node.selector.'),
      ...conf.startingWith('spark.kubernetes.executor.node.selector.'),
    },
    containers: [containerOf(setup, first, driver, id), ...others],
  };
}

/** An executor pod, as Spark makes it: owned by the driver's pod alone. */
export function executorPod(
  setup: DriverSetup,
  driver: Pod,
  id: number,
): ObjectDraft {
  const { conf } = setup;
  const prefix = conf.get('spark.kubernetes.executor.podNamePrefix');
  const metadata = childOf(templateOf(setup), 'metadata');
  const labels: Record<string, string> = {};
  const all = { ...childOf(metadata, 'labels'), ...labelsOf(setup, id) };
  for (const [key, value] of Object.entries(all)) labels[key] = String(value);
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: `${prefix}-exec-${id}`,
      namespace: driver.metadata.namespace,
      labels,
      annotations: conf.startingWith('spark.kubernetes.executor.annotation.'),
      ownerReferences: [
        {
          apiVersion: 'v1',
          kind: 'Pod',
          name: driver.metadata.name,
          uid: driver.metadata.uid,
          controller: true,
        },
      ],
    },
    spec: specOf(setup, driver, id),
  };
}
