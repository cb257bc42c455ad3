import type { JsonObject } from './json';
import type { KubernetesObject } from './KubernetesObject';
import type { Condition, PodSpec } from './Pod';

/** One rule of a podFailurePolicy. */
export type PodFailureRule = {
  action: string;
  onPodConditions?: Array<{ type: string; status?: string }>;
  onExitCodes?: { containerName?: string; operator: string; values: number[] };
};

/** A Job's specification, as far as the simulator looks at it. */
export type JobSpec = JsonObject & {
  parallelism?: number;
  completions?: number;
  backoffLimit?: number;
  activeDeadlineSeconds?: number;
  ttlSecondsAfterFinished?: number;
  suspend?: boolean;
  podReplacementPolicy?: string;
  podFailurePolicy?: { rules: PodFailureRule[] };
  selector?: { matchLabels?: Record<string, string> };
  template: {
    metadata?: {
      labels?: Record<string, string>;
      annotations?: Record<string, string>;
      finalizers?: string[];
    };
    spec: PodSpec;
  };
};

/** A Job's status. */
export type JobStatus = {
  active?: number;
  ready?: number;
  terminating?: number;
  failed?: number;
  succeeded?: number;
  startTime?: string;
  completionTime?: string;
  conditions?: Condition[];
  uncountedTerminatedPods?: { failed?: string[]; succeeded?: string[] };
};

/** A Job. */
export type Job = KubernetesObject & {
  kind: 'Job';
  spec: JobSpec;
  status: JobStatus;
};

/** Whether an object is a Job; what the registry has let in has a specification and a status. */
export function isJob(object: KubernetesObject): object is Job {
  return object.kind === 'Job' && object.apiVersion === 'batch/v1';
}
