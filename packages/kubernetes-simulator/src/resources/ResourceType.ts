/** One kind of object that the API server keeps. */
export interface ResourceType {
  /** Empty for the core group. */
  group: string;
  version: string;
  /** Name in paths: `pods`. */
  plural: string;
  singular: string;
  kind: string;
  namespaced: boolean;
  shortNames?: string[];
  categories?: string[];
  /** Whether `status` is a subresource of its own. */
  status?: boolean;
  /** Whether `metadata.generation` counts changes of the specification. */
  generation?: boolean;
  /** Subresources in discovery, besides `status`. */
  subresources?: Array<{ name: string; kind: string; verbs: string[] }>;
}

/** `v1` or `batch/v1`. */
export function apiVersionOf(type: ResourceType): string {
  return type.group ? `${type.group}/${type.version}` : type.version;
}

/** `pods` or `jobs.batch`, as Kubernetes writes it in messages. */
export function qualifiedName(type: ResourceType): string {
  return type.group ? `${type.plural}.${type.group}` : type.plural;
}

/** `Pod` or `Job.batch`. */
export function qualifiedKind(type: ResourceType): string {
  return type.group ? `${type.kind}.${type.group}` : type.kind;
}
