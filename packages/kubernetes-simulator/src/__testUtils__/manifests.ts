/** A ConfigMap in the namespace `team`. */
export function configMapManifest(name: string) {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, namespace: 'team' },
    data: { a: '1' },
  };
}

/** A pod with one container. */
export function podManifest(
  name: string,
  options: {
    annotations?: Record<string, string>;
    labels?: Record<string, string>;
    spec?: object;
    container?: object;
  } = {},
) {
  const { annotations = {}, labels = {}, spec, container } = options;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, annotations, labels },
    spec: {
      restartPolicy: 'Never',
      containers: [{ name: 'main', image: 'image', ...container }],
      ...spec,
    },
  };
}

/** A Job as the product makes it. */
export function jobManifest(
  name: string,
  options: {
    annotations?: Record<string, string>;
    labels?: Record<string, string>;
    backoffLimit?: number;
    spec?: object;
    container?: object;
  } = {},
) {
  const { annotations, labels, backoffLimit = 5, spec, container } = options;
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name },
    spec: {
      backoffLimit,
      podReplacementPolicy: 'Failed',
      podFailurePolicy: {
        rules: [
          {
            action: 'Ignore',
            onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }],
          },
        ],
      },
      template: {
        metadata: { annotations, labels },
        spec: {
          restartPolicy: 'Never',
          containers: [
            {
              name: 'driver',
              image: 'image',
              terminationMessagePolicy: 'FallbackToLogsOnError',
              ...container,
            },
          ],
          ...spec,
        },
      },
    },
  };
}
