import {
  NodeType,
  SparkImage,
  Volume,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import type { Exposure } from '../kubernetes/objects/Exposure';
import { NamespaceMapping } from '../ownership';

/** How to reach one Kubernetes cluster: exactly one of simulator, inCluster, kubeconfig and url. */
export interface KubernetesClusterConfig {
  name: string;
  /** The embedded one, for demos and tests. */
  simulator?: boolean;
  /** The service account of the portal's own pod. */
  inCluster?: boolean;
  kubeconfig?: { path: string; context?: string };
  url?: string;
  /** PEM in base64, as in a kubeconfig. */
  caData?: string;
  serviceAccountToken?: string;
  skipTLSVerify?: boolean;
  /** The catalog entity of the Kubernetes cluster; compute clusters depend on it. */
  entityRef?: string;
  /** Make mapped namespaces that do not exist. */
  createNamespaces: boolean;
  /** How its compute clusters are reached, where it differs from the others. */
  exposure?: Exposure;
}

/** A node type of the configuration; a locked one always is as configured. */
export interface NodeTypeSeed extends NodeType {
  locked: boolean;
}

/** A volume of the configuration; a locked one always is as configured. */
export interface VolumeSeed extends Volume {
  locked: boolean;
}

/** `computeClusters` of the configuration, checked and with every default filled in. */
export interface ComputeClustersConfig {
  kubernetes: { clusters: KubernetesClusterConfig[] };
  namespaces: NamespaceMapping[];
  /** Full entity refs, lower-cased. */
  admins: string[];
  /** Who may read: the owners, or everyone. */
  visibility: 'team' | 'everyone';
  images: SparkImage[];
  nodeTypes: NodeTypeSeed[];
  volumes: VolumeSeed[];
  /** How compute clusters are reached. */
  exposure: Exposure;
  defaults: { idleTimeoutMinutes: number };
  /** Milliseconds until a cluster that does not start counts as failed. */
  startTimeout: number;
  /** Milliseconds that things are kept. */
  retention: {
    /** Kubernetes' events, after they were last seen. */
    events: number;
    /** Logs of ended pods. */
    logs: number;
  };
  /** How much of an ended pod's log is kept. */
  logs: { maxMiBPerPod: number };
}
