/** Who belongs to what in the fault suite's portal. */
export const GROUPS: Record<string, string[]> = {
  'user:default/data-engineer': ['group:default/data-engineering'],
  'user:default/ml-engineer': ['group:default/machine-learning'],
  'user:default/platform-admin': ['group:default/platform'],
};
