/** What a Kubernetes namespace may use at most; what is left out is not limited. */
export interface NamespaceQuotaSetting {
  /** Cores. */
  cpu?: number;
  memoryGiB?: number;
  pods?: number;
}

/** Says that a team owns a Kubernetes namespace. */
export interface NamespaceMapping {
  kubernetesCluster: string;
  name: string;
  /** Full entity ref of a Group or User, lower-cased. */
  owner: string;
  quota?: NamespaceQuotaSetting;
}
