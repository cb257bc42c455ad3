/** The steps of a start, in their order. */
export const START_STEPS = [
  'accepted',
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
  Scheduling: 'scheduling',
  Unschedulable: 'scheduling',
  QuotaExceeded: 'scheduling',
  ForbiddenByKubernetes: 'scheduling',
  PullingImage: 'image',
  ImagePullFailed: 'image',
  InvalidSpec: 'image',
  StartingSpark: 'spark',
  DriverExited: 'spark',
  OutOfMemory: 'spark',
  SparkContextStopped: 'spark',
  Ready: 'ready',
};

/** How far each step of a start is, by the reason of its state. A reason that we do not know is before all of them. */
export function startProgress(reason: string): Record<StartStep, StepProgress> {
  const current = STEP_OF_REASON[reason] ?? 'accepted';
  const at = START_STEPS.indexOf(current);
  const progress = (step: StartStep): StepProgress => {
    const index = START_STEPS.indexOf(step);
    if (index === at) return 'current';
    return index < at ? 'done' : 'waiting';
  };
  return {
    accepted: progress('accepted'),
    scheduling: progress('scheduling'),
    image: progress('image'),
    spark: progress('spark'),
    ready: progress('ready'),
  };
}
