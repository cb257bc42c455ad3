import type { KubernetesObject } from '../../objects/KubernetesObject';
import { isJsonObject } from '../../objects/json';
import type { Job } from '../../objects/Job';
import { isJob } from '../../objects/Job';
import { isPod } from '../../objects/Pod';
import type { ResourceType } from '../../resources/ResourceType';
import { badRequest, invalid } from '../../status';
import type { Problem } from './Problem';
import { invalidValue, required, unsupported } from './Problem';
import { mismatch } from './Shape';
import { SHAPES } from './shapes';
import { validateLabels, validateMetadata } from './validateMetadata';
import { validatePodSpec } from './validatePodSpec';

/**
 * Refuses bodies of the wrong shape, so that everything behind can rely on the types of `objects/`.
 *
 * @throws StatusError 400
 */
export function assertShape(object: KubernetesObject): void {
  const shape = SHAPES[object.kind];
  const path = shape && mismatch(object, shape, '');
  if (path) {
    throw badRequest(
      `${object.kind} in version "${
        object.apiVersion
      }" cannot be handled as a ${
        object.kind
      }: json: cannot unmarshal into Go struct field ${path.slice(1)}`,
    );
  }
}

function validateJob(job: Job): Problem[] {
  const template = job.spec?.template;
  if (!template?.spec) return [required('spec.template.spec')];
  const policy = template.spec.restartPolicy;
  const limit = job.spec.backoffLimit ?? 0;
  return [
    ...(limit < 0
      ? [
          invalidValue(
            'spec.backoffLimit',
            limit,
            'must be greater than or equal to 0',
          ),
        ]
      : []),
    ...validateLabels(
      template.metadata?.labels,
      'spec.template.metadata.labels',
    ),
    ...validatePodSpec(template.spec, 'spec.template.spec'),
    ...(policy === 'Never' || policy === 'OnFailure'
      ? []
      : [
          policy
            ? unsupported('spec.template.spec.restartPolicy', policy, [
                'OnFailure',
                'Never',
              ])
            : required(
                'spec.template.spec.restartPolicy',
                'valid values: "OnFailure", "Never"',
              ),
        ]),
  ];
}

function validateBody(object: KubernetesObject): Problem[] {
  if (isPod(object)) return validatePodSpec(object.spec, 'spec');
  if (isJob(object)) return validateJob(object);
  if (object.kind === 'Service') {
    const spec = isJsonObject(object.spec) ? object.spec : {};
    const headless = spec.clusterIP === 'None';
    const some = Array.isArray(spec.ports) && spec.ports.length > 0;
    return some || headless ? [] : [required('spec.ports')];
  }
  if (object.kind === 'RoleBinding' && !isJsonObject(object.roleRef)) {
    return [required('roleRef.name')];
  }
  return [];
}

/**
 * Refuses objects that Kubernetes would refuse.
 *
 * @throws StatusError 422
 */
export function assertValid(
  type: ResourceType,
  object: KubernetesObject,
): void {
  const problems = [...validateMetadata(type, object), ...validateBody(object)];
  if (problems.length) throw invalid(type, object.metadata.name, problems);
}
