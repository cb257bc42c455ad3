/** What a refinement adds, so that `problemsOfZodError` can tell its code. */
export type RefinementIssue = {
  code: 'custom';
  message: string;
  path?: PropertyKey[];
  params: { code: string };
};

/** One problem of a field, for a refinement's context. */
export function problem(
  code: string,
  message: string,
  path?: PropertyKey[],
): RefinementIssue {
  return { code: 'custom', message, params: { code }, ...(path && { path }) };
}
