import { ClusterRecord } from '../database/records';
import { because } from './because';
import { StepsOutcome } from './StepRunner';

/** Says of a cluster that may not be looked at why that is, what to do, and what became of what is asked of it. Pure. */
export function unseenMessage(
  cluster: ClusterRecord,
  {
    refusal,
    isMapped,
    outcome,
  }: { refusal: string; isMapped: boolean; outcome: StepsOutcome },
): string {
  const words = because(refusal);
  const unmapped = isMapped ? '' : ', which is mapped to no team any more';
  return `Kubernetes does not let the portal watch namespace '${
    cluster.namespace
  }'${words}${unmapped}; ask the platform team to let it list and watch pods, jobs and events there. ${becomes(
    cluster,
    outcome,
  )}`;
}

function becomes(cluster: ClusterRecord, outcome: StepsOutcome): string {
  const wish = wishOf(cluster);
  if (!wish) {
    return 'What you ask for is done when it may.';
  }
  return outcome.type === 'refused' || outcome.type === 'failed'
    ? `Kubernetes does not ${wish} the compute cluster either${because(
        messageOf(outcome.error),
      )}; the portal asks again by itself.`
    : `Kubernetes was asked to ${wish} the compute cluster; whether it did, the portal sees only then.`;
}

function wishOf({
  deletionRequestedAt,
  power,
  observed,
}: ClusterRecord): string | undefined {
  if (deletionRequestedAt) {
    return 'delete';
  }
  return power === 'off' && observed.state !== 'STOPPED' ? 'stop' : undefined;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
