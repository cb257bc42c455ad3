import type { Container, PodSpec } from '../../objects/Pod';
import { Quantity } from '../../objects/Quantity';
import { problemOfLabelName } from './names';
import type { Problem } from './Problem';
import { invalidValue, required, unsupported } from './Problem';

function validateQuantities(
  quantities: Record<string, string> | undefined,
  field: string,
): Problem[] {
  return Object.entries(quantities ?? {}).flatMap(([name, value]) => {
    const quantity = Quantity.parse(value);
    if (quantity && quantity.milli >= 0) return [];
    return [
      invalidValue(
        `${field}[${name}]`,
        value,
        quantity
          ? 'must be greater than or equal to 0'
          : 'quantities must match the regular expression',
      ),
    ];
  });
}

function validateRequests(container: Container, field: string): Problem[] {
  const { requests = {}, limits = {} } = container.resources ?? {};
  return Object.entries(requests).flatMap(([name, request]) => {
    const limit = limits[name];
    if (limit === undefined) return [];
    if (Quantity.of(request).milli <= Quantity.of(limit).milli) return [];
    return [
      invalidValue(
        `${field}.requests`,
        request,
        `must be less than or equal to ${name} limit of ${limit}`,
      ),
    ];
  });
}

function validateContainer(
  container: Container,
  spec: PodSpec,
  field: string,
): Problem[] {
  const nameProblem = container.name && problemOfLabelName(container.name);
  const volumes = new Set(spec.volumes?.map(volume => volume.name));
  const mounts = (container.volumeMounts ?? []).flatMap((mount, index) =>
    volumes.has(mount.name)
      ? []
      : [
          {
            field: `${field}.volumeMounts[${index}].name`,
            reason: 'FieldValueNotFound',
            message: `Not found: "${mount.name}"`,
          },
        ],
  );
  const resources = `${field}.resources`;
  return [
    ...(container.name ? [] : [required(`${field}.name`)]),
    ...(nameProblem
      ? [invalidValue(`${field}.name`, container.name, nameProblem)]
      : []),
    ...(container.image ? [] : [required(`${field}.image`)]),
    ...validateQuantities(container.resources?.limits, `${resources}.limits`),
    ...validateQuantities(
      container.resources?.requests,
      `${resources}.requests`,
    ),
    ...validateRequests(container, resources),
    ...mounts,
  ];
}

/** What is wrong with a pod's specification. */
export function validatePodSpec(
  spec: PodSpec | undefined,
  field: string,
): Problem[] {
  if (!spec?.containers?.length) return [required(`${field}.containers`)];
  const policies = ['Always', 'OnFailure', 'Never'];
  const policy = spec.restartPolicy ?? 'Always';
  const names = spec.containers.map(container => container.name);
  const repeated = names.findIndex((name, at) => names.indexOf(name) !== at);
  return [
    ...spec.containers.flatMap((container, index) =>
      validateContainer(container, spec, `${field}.containers[${index}]`),
    ),
    ...(repeated < 0
      ? []
      : [
          {
            field: `${field}.containers[${repeated}].name`,
            reason: 'FieldValueDuplicate',
            message: `Duplicate value: "${names[repeated]}"`,
          },
        ]),
    ...(policies.includes(policy)
      ? []
      : [unsupported(`${field}.restartPolicy`, policy, policies)]),
  ];
}
