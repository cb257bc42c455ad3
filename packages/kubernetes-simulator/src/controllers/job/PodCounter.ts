import { timestamp } from '../../clock/timestamp';
import type { Job, JobStatus } from '../../objects/Job';
import type { Pod } from '../../objects/Pod';
import { hasEnded } from '../../objects/Pod';
import { setCondition } from '../../objects/setCondition';
import { PODS } from '../../resources/resourceTypes';
import type { ControllerContext } from '../ControllerContext';
import { failureAction } from './failurePolicy';
import { TRACKING_FINALIZER } from './jobPod';

/** Counts how a Job's pods end, each exactly once: its finalizer says that it has not been counted. */
export class PodCounter {
  constructor(private readonly context: ControllerContext) {}

  /** The Job with its ended pods counted; these are released. */
  count(job: Job, pods: Pod[]): Job {
    const status: JobStatus = { ...job.status };
    for (const pod of pods) {
      if (hasEnded(pod) && isTracked(pod)) {
        this.add(job, pod, status);
        this.release(pod);
      }
    }
    return { ...job, status };
  }

  /** Lets a pod go. */
  release(pod: Pod): void {
    if (!isTracked(pod)) return;
    const { finalizers = [], ...metadata } = pod.metadata;
    const left = finalizers.filter(name => name !== TRACKING_FINALIZER);
    this.context.registry.commit(PODS, pod, {
      ...pod,
      metadata: { ...metadata, ...(left.length ? { finalizers: left } : {}) },
    });
  }

  private add(job: Job, pod: Pod, status: JobStatus): void {
    if (pod.status.phase === 'Succeeded') {
      status.succeeded = (status.succeeded ?? 0) + 1;
      return;
    }
    const action = failureAction(job, pod);
    if (action === 'Ignore') return;
    status.failed = (status.failed ?? 0) + 1;
    if (action !== 'FailJob') return;
    const time = timestamp(this.context.clock.now());
    const { namespace, name } = pod.metadata;
    status.conditions = setCondition(status.conditions, {
      type: 'FailureTarget',
      status: 'True',
      reason: 'PodFailurePolicy',
      message: `Pod ${namespace}/${name} has a condition or exit code that matches a FailJob rule`,
      lastProbeTime: time,
      lastTransitionTime: time,
    });
  }
}

function isTracked({ metadata }: Pod): boolean {
  return metadata.finalizers?.includes(TRACKING_FINALIZER) ?? false;
}
