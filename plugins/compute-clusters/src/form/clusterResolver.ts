import { toNestErrors } from '@hookform/resolvers';
import type { FieldError, Resolver } from 'react-hook-form';
import {
  checkQuota,
  checkReferences,
  clusterTotals,
  createClusterRequestSchema,
  detailedProblemsOf,
  type ClusterReferences,
  type DetailedProblem,
  type Namespace,
  type ParsedCreateClusterRequest,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import type { ClusterFormValues } from './clusterFormValues';
import { fieldOf } from './fieldOf';
import { isClusterField } from './formFields';
import { requestOf } from './requestOf';

/** What a form is checked against. */
export type FormReferences = ClusterReferences & { namespaces: Namespace[] };

/** Checks the form by the very rules of the backend, and says what is wrong in words for a field. */
export function clusterResolver(
  references: FormReferences,
  textOf: (problem: DetailedProblem, field: string) => string,
): Resolver<ClusterFormValues, unknown, ParsedCreateClusterRequest> {
  return (values, _context, options) => {
    const parsed = createClusterRequestSchema.safeParse(requestOf(values));
    const problems = [
      ...(parsed.success
        ? problemsOf(parsed.data, references)
        : detailedProblemsOf(parsed.error)),
      ...repeatedTags(values),
    ];
    if (parsed.success && problems.length === 0) {
      return { values: parsed.data, errors: {} };
    }
    return {
      values: {},
      errors: toNestErrors<ClusterFormValues>(
        fieldErrors(problems, values, textOf),
        options,
      ),
    };
  };
}

function problemsOf(
  { namespace, kubernetesCluster, spec }: ParsedCreateClusterRequest,
  references: FormReferences,
): DetailedProblem[] {
  const place = references.namespaces.find(
    each =>
      each.name === namespace && each.kubernetesCluster === kubernetesCluster,
  );
  const totals = clusterTotals(spec, references.nodeTypes);
  return [
    ...checkReferences(spec, references),
    ...(place?.quota ? checkQuota(totals, place.quota.hard) : []),
  ].map(problem => ({ ...problem, params: {} }));
}

/** Of tags with one key a request could hold only the last. */
function repeatedTags({ spec }: ClusterFormValues): DetailedProblem[] {
  const keys = spec.tags.map(({ key }) => key);
  return keys.flatMap((key, row) =>
    key && keys.indexOf(key) < row
      ? [
          {
            path: `spec.tags.${row}.key`,
            code: 'duplicate',
            message: `Tag key ${key} is there twice.`,
            params: {},
          },
        ]
      : [],
  );
}

function fieldErrors(
  problems: DetailedProblem[],
  values: ClusterFormValues,
  textOf: (problem: DetailedProblem, field: string) => string,
): Record<string, FieldError> {
  const errors: Record<string, FieldError> = {};
  for (const problem of problems) {
    const { path, code } = problem;
    // The first problem of a field is enough to begin with.
    const field = (isClusterField(path) ? path : fieldOf(path, values)) ?? path;
    errors[field] ??= { type: code, message: textOf(problem, field) };
  }
  return errors;
}
