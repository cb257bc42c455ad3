/** The quota of a namespace mapping, as it is configured; what is left out is not limited. */
export interface NamespaceLimits {
  namespace: string;
  quota: { cpu?: number; memoryGiB?: number; pods?: number };
}
