import type { KubeConfig } from '@kubernetes/client-node';

/** A Kubernetes API server that the suite runs against. */
export interface Target {
  kubeConfig: KubeConfig;
  /** Credentials that are valid and allow nothing, for a namespace that exists. */
  withoutRights(namespace: string): Promise<KubeConfig>;
  stop(): Promise<void>;
}

/** A named target that is started when its tests begin. */
export interface NamedTarget {
  name: string;
  start(): Promise<Target>;
}
