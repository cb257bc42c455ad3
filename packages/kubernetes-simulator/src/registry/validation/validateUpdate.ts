import type { JsonObject, JsonValue } from '../../objects/json';
import { childOf, isJsonObject, sameJson } from '../../objects/json';
import type { KubernetesObject } from '../../objects/KubernetesObject';
import type { ResourceType } from '../../resources/ResourceType';
import { invalid } from '../../status';
import type { Problem } from './Problem';
import { forbiddenValue, invalidValue } from './Problem';

const IMMUTABLE: Record<string, string[]> = {
  Job: ['spec.completions', 'spec.selector', 'spec.template'],
  RoleBinding: ['roleRef'],
  ClusterRoleBinding: ['roleRef'],
  Service: ['spec.clusterIP'],
  Secret: ['type'],
};

const POD_MUTABLE = [
  'activeDeadlineSeconds',
  'terminationGracePeriodSeconds',
  'tolerations',
  'schedulingGates',
  // Written by the scheduler through `binding` only, but harmless here.
  'nodeName',
];

function valueAt(object: JsonObject, path: string): JsonValue | undefined {
  let value: JsonValue | undefined = object;
  for (const key of path.split('.')) {
    value = isJsonObject(value) ? value[key] : undefined;
  }
  return value;
}

function fixedPodSpec(object: KubernetesObject): JsonObject {
  const spec: JsonObject = { ...childOf(object, 'spec') };
  for (const field of POD_MUTABLE) delete spec[field];
  const containers = Array.isArray(spec.containers) ? spec.containers : [];
  spec.containers = containers.filter(isJsonObject).map(container => {
    const { image: _image, ...rest } = container;
    return rest;
  });
  return spec;
}

function podProblems(
  before: KubernetesObject,
  after: KubernetesObject,
): Problem[] {
  if (sameJson(fixedPodSpec(before), fixedPodSpec(after))) return [];
  return [
    forbiddenValue(
      'spec',
      'pod updates may not change fields other than `spec.containers[*].image`,`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions to existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)',
    ),
  ];
}

function frozenProblems(
  before: KubernetesObject,
  after: KubernetesObject,
): Problem[] {
  if (before.immutable !== true) return [];
  const same =
    sameJson(before.data, after.data) &&
    sameJson(before.immutable, after.immutable);
  return same
    ? []
    : [forbiddenValue('data', 'field is immutable when `immutable` is set')];
}

/**
 * Refuses changes that Kubernetes would refuse.
 *
 * @throws StatusError 422
 */
export function assertValidUpdate(
  type: ResourceType,
  before: KubernetesObject,
  after: KubernetesObject,
): void {
  const problems = [
    ...(IMMUTABLE[type.kind] ?? [])
      .filter(path => !sameJson(valueAt(before, path), valueAt(after, path)))
      .map(path =>
        invalidValue(path, valueAt(after, path), 'field is immutable'),
      ),
    ...(type.kind === 'Pod' ? podProblems(before, after) : []),
    ...frozenProblems(before, after),
  ];
  if (problems.length) throw invalid(type, before.metadata.name, problems);
}
