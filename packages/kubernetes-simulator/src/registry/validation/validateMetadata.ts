import type { KubernetesObject } from '../../objects/KubernetesObject';
import type { ResourceType } from '../../resources/ResourceType';
import {
  problemOfLabelName,
  problemOfLabelValue,
  problemOfName,
  problemOfQualifiedName,
  problemOfServiceName,
} from './names';
import type { Problem } from './Problem';
import { invalidValue, required } from './Problem';

const NAME_RULES: Record<string, (name: string) => string | undefined> = {
  Namespace: problemOfLabelName,
  Service: problemOfServiceName,
  // Their names are path segments only.
  Role: () => undefined,
  RoleBinding: () => undefined,
  ClusterRole: () => undefined,
  ClusterRoleBinding: () => undefined,
};

function* labelProblems(
  labels: Record<string, string>,
  field: string,
): Iterable<Problem> {
  for (const [key, value] of Object.entries(labels)) {
    const keyProblem = problemOfQualifiedName(key);
    if (keyProblem) yield invalidValue(field, key, keyProblem);
    const valueProblem = problemOfLabelValue(value);
    if (valueProblem) yield invalidValue(field, value, valueProblem);
  }
}

/** What is wrong with labels. */
export function validateLabels(
  labels: Record<string, string> | undefined,
  field: string,
): Problem[] {
  return [...labelProblems(labels ?? {}, field)];
}

/** What is wrong with an object's metadata. */
export function validateMetadata(
  type: ResourceType,
  object: KubernetesObject,
): Problem[] {
  const { name, labels, annotations } = object.metadata;
  if (!name) {
    return [required('metadata.name', 'name or generateName is required')];
  }
  const nameProblem = (NAME_RULES[type.kind] ?? problemOfName)(name);
  const annotationProblems = Object.keys(annotations ?? {}).flatMap(key => {
    const problem = problemOfQualifiedName(key.toLowerCase());
    return problem ? [invalidValue('metadata.annotations', key, problem)] : [];
  });
  return [
    ...(nameProblem ? [invalidValue('metadata.name', name, nameProblem)] : []),
    ...validateLabels(labels, 'metadata.labels'),
    ...annotationProblems,
  ];
}
