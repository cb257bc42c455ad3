import { V1EnvVar } from '@kubernetes/client-node';
import { ClusterObjectInput } from './ClusterObjectInput';
import { literal } from './literal';
import { WORK_DIRECTORY } from './names';

/** The driver's variables that the platform sets; users may not. */
export function platformEnvironment(): V1EnvVar[] {
  return [
    field('POD_IP', 'status.podIP'),
    field('POD_NAME', 'metadata.name'),
    // scratch space of the driver, and of the tasks of a single node
    { name: 'SPARK_LOCAL_DIRS', value: `${WORK_DIRECTORY}/scratch` },
  ];
}

/** The driver's variables that the user sets; secret ones by reference. */
export function userEnvironment(
  input: Pick<ClusterObjectInput, 'spec'>,
): V1EnvVar[] {
  return input.spec.environment.map(({ name, value, secret }) =>
    secret?.ref
      ? { name, valueFrom: { secretKeyRef: secret.ref } }
      : { name, value: literal(value ?? '') },
  );
}

function field(name: string, fieldPath: string): V1EnvVar {
  return { name, valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath } } };
}
