import type { JsonObject } from './json';
import type { KubernetesObject, ObjectDraft } from './KubernetesObject';

/** What a container asks for, or may use at most. */
export type Quantities = Record<string, string>;

/** A variable of a container. */
export type EnvVar = {
  name: string;
  value?: string;
  valueFrom?: {
    fieldRef?: { fieldPath: string };
    secretKeyRef?: { name: string; key: string; optional?: boolean };
    configMapKeyRef?: { name: string; key: string; optional?: boolean };
    resourceFieldRef?: { resource: string };
  };
};

/** A container, as far as the simulator looks at it. */
export type Container = JsonObject & {
  name: string;
  image?: string;
  command?: string[];
  args?: string[];
  env?: EnvVar[];
  envFrom?: JsonObject[];
  resources?: { requests?: Quantities; limits?: Quantities };
  ports?: JsonObject[];
  volumeMounts?: Array<{ name: string; mountPath: string; subPath?: string }>;
};

/** Picks entries of a Secret or ConfigMap. */
export type KeyToPath = { key: string; path: string };

/** Where files of a volume come from. */
export type VolumeSource = {
  secret?: {
    secretName?: string;
    name?: string;
    items?: KeyToPath[];
    optional?: boolean;
  };
  configMap?: { name?: string; items?: KeyToPath[]; optional?: boolean };
};

/** A volume of a pod. */
export type Volume = VolumeSource & {
  name: string;
  projected?: { sources?: VolumeSource[] };
};

/** Allows a pod onto tainted nodes. */
export type Toleration = {
  key?: string;
  operator?: string;
  value?: string;
  effect?: string;
  tolerationSeconds?: number;
};

/** A pod's specification, as far as the simulator looks at it. */
export type PodSpec = JsonObject & {
  containers: Container[];
  initContainers?: Container[];
  volumes?: Volume[];
  nodeName?: string;
  nodeSelector?: Record<string, string>;
  affinity?: JsonObject;
  tolerations?: Toleration[];
  restartPolicy?: string;
  serviceAccountName?: string;
  terminationGracePeriodSeconds?: number;
  priorityClassName?: string;
  schedulerName?: string;
  schedulingGates?: JsonObject[];
};

/** A condition of a pod, Job or node. */
export type Condition = {
  type: string;
  status: string;
  reason?: string;
  message?: string;
  lastTransitionTime?: string;
  lastProbeTime?: string | null;
  lastHeartbeatTime?: string;
};

/** What a container is doing. */
export type ContainerState = {
  waiting?: { reason: string; message?: string };
  running?: { startedAt: string };
  terminated?: {
    exitCode: number;
    reason: string;
    message?: string;
    startedAt: string;
    finishedAt: string;
    containerID?: string;
  };
};

/** A container's status. */
export type ContainerStatus = {
  name: string;
  image: string;
  imageID: string;
  ready: boolean;
  started?: boolean;
  restartCount: number;
  state: ContainerState;
  lastState: ContainerState;
};

/** A pod's status. */
export type PodStatus = {
  phase?: string;
  reason?: string;
  message?: string;
  conditions?: Condition[];
  containerStatuses?: ContainerStatus[];
  podIP?: string;
  podIPs?: Array<{ ip: string }>;
  hostIP?: string;
  startTime?: string;
  qosClass?: string;
};

/** A pod. */
export type Pod = KubernetesObject & {
  kind: 'Pod';
  spec: PodSpec;
  status: PodStatus;
};

/** A pod that somebody sends. */
export type PodDraft = ObjectDraft & { kind: 'Pod'; spec: PodSpec };

/** Whether an object is a pod; what the registry has let in has a specification and a status. */
export function isPod(object: KubernetesObject): object is Pod {
  return object.kind === 'Pod' && object.apiVersion === 'v1';
}

/** Whether a pod has ended. */
export function hasEnded(pod: Pod): boolean {
  return pod.status.phase === 'Succeeded' || pod.status.phase === 'Failed';
}

/** One of a pod's conditions. */
export function conditionOf(
  status: { conditions?: Condition[] },
  type: string,
): Condition | undefined {
  return status.conditions?.find(condition => condition.type === type);
}
