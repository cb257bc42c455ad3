import { ComputeClusterSpec } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import type { V1ConfigMap } from '@kubernetes/client-node';

/** Key of a cluster's ConfigMap under which its {@link ClusterManifest} is; no pod mounts it. */
export const MANIFEST_KEY = 'cluster.json';

/**
 * All that is needed to know a compute cluster again without the portal's database. Holds no secret: of a secret
 * setting it says that there is one, and under which key of the cluster's Secret of user values.
 */
export interface ClusterManifest {
  version: 1;
  id: string;
  name: string;
  description: string;
  /** What the run runs with. */
  spec: ComputeClusterSpec;
  /** By the names of settings. */
  secretKeys: {
    environment: Record<string, string>;
    sparkConf: Record<string, string>;
  };
  /** Of that specification. */
  generation: number;
  run: { sequence: number; requestedBy: string; startedAt: string };
  createdBy: string;
  createdAt: string;
}

/** A cluster's ConfigMap with its manifest in it. */
export function withManifest(
  configMap: V1ConfigMap,
  manifest: ClusterManifest,
): V1ConfigMap {
  return {
    ...configMap,
    data: { ...configMap.data, [MANIFEST_KEY]: JSON.stringify(manifest) },
  };
}
