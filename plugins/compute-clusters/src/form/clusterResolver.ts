import { toNestErrors } from '@hookform/resolvers';
import type { FieldError, Resolver } from 'react-hook-form';
import {
  checkQuota,
  checkReferences,
  clusterTotals,
  createClusterRequestSchema,
  problemsOfZodError,
  type ClusterReferences,
  type Namespace,
  type ParsedCreateClusterRequest,
  type Problem,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import type { ClusterFormValues } from './clusterFormValues';
import { fieldOf } from './fieldOf';
import { isClusterField } from './formFields';
import { requestOf } from './requestOf';

/** What a form is checked against. */
export type FormReferences = ClusterReferences & { namespaces: Namespace[] };

/** Checks the form by the very rules of the backend. */
export function clusterResolver(
  references: FormReferences,
): Resolver<ClusterFormValues, unknown, ParsedCreateClusterRequest> {
  return (values, _context, options) => {
    const parsed = createClusterRequestSchema.safeParse(requestOf(values));
    const problems = [
      ...(parsed.success
        ? problemsOf(parsed.data, references)
        : problemsOfZodError(parsed.error)),
      ...repeatedTags(values),
    ];
    if (parsed.success && problems.length === 0) {
      return { values: parsed.data, errors: {} };
    }
    return {
      values: {},
      errors: toNestErrors<ClusterFormValues>(
        fieldErrors(problems, values),
        options,
      ),
    };
  };
}

function problemsOf(
  { namespace, kubernetesCluster, spec }: ParsedCreateClusterRequest,
  references: FormReferences,
): Problem[] {
  const place = references.namespaces.find(
    each =>
      each.name === namespace && each.kubernetesCluster === kubernetesCluster,
  );
  const totals = clusterTotals(spec, references.nodeTypes);
  return [
    ...checkReferences(spec, references),
    ...(place?.quota ? checkQuota(totals, place.quota.hard) : []),
  ];
}

/** Of tags with one key a request could hold only the last. */
function repeatedTags({ spec }: ClusterFormValues): Problem[] {
  const keys = spec.tags.map(({ key }) => key);
  return keys.flatMap((key, row) =>
    key && keys.indexOf(key) < row
      ? [
          {
            path: `spec.tags.${row}.key`,
            code: 'duplicate',
            message: `Tag key ${key} is there twice.`,
          },
        ]
      : [],
  );
}

function fieldErrors(
  problems: Problem[],
  values: ClusterFormValues,
): Record<string, FieldError> {
  const errors: Record<string, FieldError> = {};
  for (const { path, code, message } of problems) {
    // The first problem of a field is enough to begin with.
    const field = isClusterField(path) ? path : fieldOf(path, values);
    errors[field ?? path] ??= { type: code, message };
  }
  return errors;
}
