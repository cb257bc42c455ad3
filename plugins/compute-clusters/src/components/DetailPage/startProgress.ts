/** The steps of a start, in their order. */
export const START_STEPS = [
  'accepted',
  'objects',
  'scheduling',
  'image',
  'spark',
  'ready',
] as const;

/** A step of a start. */
export type StartStep = (typeof START_STEPS)[number];

/** How far a step is. */
export type StepProgress = 'done' | 'current' | 'waiting';

const STEP_OF_REASON: Record<string, StartStep> = {
  Accepted: 'objects',
  EarlierRunEnding: 'objects',
  NameTaken: 'objects',
  NamespaceNotFound: 'objects',
  NamespaceTerminating: 'objects',
  Scheduling: 'scheduling',
  Unschedulable: 'scheduling',
  QuotaExceeded: 'scheduling',
  ForbiddenByKubernetes: 'scheduling',
  Evicted: 'scheduling',
  NodeLost: 'scheduling',
  PullingImage: 'image',
  ImagePullFailed: 'image',
  StartingSpark: 'spark',
  // The container cannot start, or Spark refuses to: its image is there by then.
  InvalidSpec: 'spark',
  NotReady: 'spark',
  DriverExited: 'spark',
  OutOfMemory: 'spark',
  SparkContextStopped: 'spark',
  Ready: 'ready',
};

/** The step that a start is at, by the reason of its state. A reason that we do not know is before all of them. */
export function currentStep(reason: string): StartStep {
  return STEP_OF_REASON[reason] ?? 'accepted';
}

/** How far a step is when the start is at the current one. */
export function progressOf(step: StartStep, current: StartStep): StepProgress {
  const at = START_STEPS.indexOf(current);
  const index = START_STEPS.indexOf(step);
  if (index === at) return 'current';
  return index < at ? 'done' : 'waiting';
}
