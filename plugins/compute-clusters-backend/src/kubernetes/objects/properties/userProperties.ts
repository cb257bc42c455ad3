import { ClusterObjectInput } from '../ClusterObjectInput';
import { literal } from '../literal';

/** What the user set: Spark configuration, the executors' environment, dependencies. */
export function userProperties(
  input: ClusterObjectInput,
): Record<string, string> {
  return {
    ...configuration(input),
    ...executorEnvironment(input),
    ...dependencies(input),
  };
}

function configuration(input: ClusterObjectInput): Record<string, string> {
  const values: Record<string, string> = {};
  for (const { name, value, secret } of input.spec.sparkConf) {
    const resolved = secret ? input.secretProperties?.[name] : value;
    if (resolved !== undefined) {
      values[name] = resolved;
    }
  }
  return values;
}

/** Plain `spark.executorEnv` can be read in every executor pod: secrets go by reference. */
function executorEnvironment(
  input: ClusterObjectInput,
): Record<string, string> {
  const values: Record<string, string> = {};
  if (!input.spec.executor) {
    return values;
  }
  for (const { name, value, secret } of input.spec.environment) {
    if (secret?.ref) {
      values[
        `spark.kubernetes.executor.secretKeyRef.${name}`
      ] = `${secret.ref.name}:${secret.ref.key}`;
    } else {
      values[`spark.executorEnv.${name}`] = literal(value ?? '');
    }
  }
  return values;
}

function dependencies(input: ClusterObjectInput): Record<string, string> {
  const { jars, files, pyFiles, packages } = input.spec.dependencies;
  const lists = {
    'spark.jars': jars,
    'spark.files': files,
    'spark.submit.pyFiles': pyFiles,
    'spark.jars.packages': packages,
  };
  return Object.fromEntries(
    Object.entries(lists)
      .filter(([, values]) => values.length > 0)
      .map(([name, values]) => [name, values.join(',')]),
  );
}
