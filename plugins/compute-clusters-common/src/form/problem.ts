import { type OwnershipReason } from './ownershipReasons';

/**
 * What the sentence of a problem names, so that it can be said in another language.
 *
 * @public
 */
export interface ProblemParams {
  min?: number;
  max?: number;
  /** Why the platform sets it itself. */
  reason?: OwnershipReason;
}

/** What a refinement adds, so that `problemsOfZodError` can tell its code. */
export type RefinementIssue = {
  code: 'custom';
  message: string;
  path?: PropertyKey[];
  params: ProblemParams & { code: string };
};

/** One problem of a field, for a refinement's context. */
export function problem(
  code: string,
  message: string,
  { path, ...params }: ProblemParams & { path?: PropertyKey[] } = {},
): RefinementIssue {
  return {
    code: 'custom',
    message,
    params: { code, ...params },
    ...(path && { path }),
  };
}
