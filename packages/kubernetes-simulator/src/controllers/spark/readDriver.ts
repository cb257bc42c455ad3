import type { Container, Pod } from '../../objects/Pod';
import type { ObjectStore } from '../../storage/ObjectStore';
import { mountedFiles } from './mountedFiles';
import { SparkConf } from './SparkConf';

/** A driver's configuration and files. */
export interface DriverSetup {
  conf: SparkConf;
  files: Map<string, string>;
}

function valueOfField(pod: Pod, path: string): string {
  switch (path) {
    case 'metadata.name':
      return pod.metadata.name;
    case 'metadata.namespace':
      return pod.metadata.namespace ?? '';
    case 'metadata.uid':
      return pod.metadata.uid;
    case 'status.podIP':
      return pod.status.podIP ?? '';
    default:
      return '';
  }
}

function environmentOf(pod: Pod, { env = [] }: Container): Map<string, string> {
  return new Map(
    env.map(({ name, value, valueFrom }) => [
      name,
      value ?? valueOfField(pod, valueFrom?.fieldRef?.fieldPath ?? ''),
    ]),
  );
}

function expand(text: string, environment: Map<string, string>): string {
  return text.replace(
    /\$\(([A-Za-z0-9_]+)\)/g,
    (whole, name: string) => environment.get(name) ?? whole,
  );
}

/** Properties on the command line, which win over the file's. */
function propertiesOf(args: string[]): Array<[string, string]> {
  return args.flatMap((arg, index): Array<[string, string]> => {
    const next = args[index + 1] ?? '';
    if (arg === '--master') return [['spark.master', next]];
    if (arg !== '--conf' && arg !== '-c') return [];
    const [key] = next.split('=', 1);
    return [[key, next.slice(key.length + 1)]];
  });
}

/** Reads what a driver pod is started with: spark-defaults.conf from its volumes, then its arguments. */
export function readDriver(store: ObjectStore, pod: Pod): DriverSetup {
  const [container] = pod.spec.containers;
  const environment = environmentOf(pod, container);
  const args = [...(container.command ?? []), ...(container.args ?? [])].map(
    arg => expand(arg, environment),
  );
  const files = mountedFiles(store, pod);
  const defaults = [...files].find(([path]) =>
    path.endsWith('/spark-defaults.conf'),
  );
  const properties = new Map([
    ...SparkConf.parseFile(defaults?.[1] ?? ''),
    ...propertiesOf(args),
  ]);
  // What has no Spark configuration at all is no Spark, whatever its labels say.
  if (properties.size === 0) properties.set('spark.executor.instances', '0');
  const podName = pod.metadata.name;
  const prefix = 'spark.kubernetes.executor.podNamePrefix';
  if (!properties.has(prefix)) {
    properties.set(prefix, environment.get('POD_NAME') ?? podName);
  }
  if (!properties.has('spark.app.id')) properties.set('spark.app.id', podName);
  return { conf: new SparkConf(properties), files };
}
