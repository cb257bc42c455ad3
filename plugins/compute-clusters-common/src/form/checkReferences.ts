import {
  ComputeClusterSpec,
  NodeType,
  Problem,
  SparkImage,
  Volume,
} from '../schema/openapi';

/**
 * What a specification may refer to.
 *
 * @public
 */
export interface ClusterReferences {
  nodeTypes: NodeType[];
  volumes: Volume[];
  images: SparkImage[];
}

/**
 * Whether what a specification names exists and may be used there.
 *
 * @public
 */
export function checkReferences(
  spec: Pick<ComputeClusterSpec, 'driver' | 'executor' | 'image'>,
  references: ClusterReferences,
): Problem[] {
  return [
    ...checkDriver(spec.driver.nodeType, references.nodeTypes),
    ...(spec.executor ? checkExecutor(spec.executor, references) : []),
    ...checkName('spec.image', 'image', spec.image, references.images),
  ];
}

function checkDriver(name: string, nodeTypes: NodeType[]): Problem[] {
  const path = 'spec.driver.nodeType';
  const unknown = checkName(path, 'node type', name, nodeTypes);
  const nodeType = nodeTypes.find(type => type.name === name);
  if (nodeType && !nodeType.forDriver) {
    const message = `Node type ${name} is not available for drivers.`;
    return [{ path, code: 'not-for-driver', message }];
  }
  return unknown;
}

function checkExecutor(
  executor: NonNullable<ComputeClusterSpec['executor']>,
  { nodeTypes, volumes }: ClusterReferences,
): Problem[] {
  const name = executor.nodeType;
  const path = 'spec.executor.nodeType';
  const problems = [
    ...checkName(path, 'node type', name, nodeTypes),
    ...checkName('spec.executor.volume', 'volume', executor.volume, volumes),
  ];
  const nodeType = nodeTypes.find(type => type.name === name);
  if (nodeType && !nodeType.forExecutor) {
    const message = `Node type ${name} is not available for executors.`;
    problems.push({ path, code: 'not-for-executor', message });
  }
  if (nodeType && executor.spot && !nodeType.spot) {
    const message = `Node type ${name} offers no spot instances.`;
    problems.push({ path: 'spec.executor.spot', code: 'no-spot', message });
  }
  return problems;
}

function checkName(
  path: string,
  kind: string,
  name: string | null,
  offered: { name: string }[],
): Problem[] {
  if (name === null || offered.some(candidate => candidate.name === name)) {
    return [];
  }
  const names = offered.map(candidate => candidate.name).join(', ');
  const choice = names
    ? `Choose one of: ${names}.`
    : 'The platform offers none.';
  const message = `There is no ${kind} ${name}. ${choice}`;
  return [{ path, code: 'unknown', message }];
}
