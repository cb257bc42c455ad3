import type { Job, PodFailureRule } from '../../objects/Job';
import type { Pod } from '../../objects/Pod';
import { conditionOf } from '../../objects/Pod';

/** What a failed pod means for its Job. */
export type FailureAction = 'Ignore' | 'FailJob' | 'Count';

function matchesConditions(rule: PodFailureRule, pod: Pod): boolean {
  return (rule.onPodConditions ?? []).some(
    ({ type, status = 'True' }) =>
      conditionOf(pod.status, type)?.status === status,
  );
}

function matchesExitCodes(rule: PodFailureRule, pod: Pod): boolean {
  const { onExitCodes } = rule;
  if (!onExitCodes) return false;
  return (pod.status.containerStatuses ?? []).some(({ name, state }) => {
    const code = state.terminated?.exitCode;
    if (!code) return false;
    const { containerName, operator, values } = onExitCodes;
    if (containerName && containerName !== name) return false;
    return values.includes(code) === (operator === 'In');
  });
}

/** The first rule of the podFailurePolicy that fits decides. */
export function failureAction(job: Job, pod: Pod): FailureAction {
  const rule = job.spec.podFailurePolicy?.rules.find(
    candidate =>
      matchesConditions(candidate, pod) || matchesExitCodes(candidate, pod),
  );
  if (rule?.action === 'Ignore' || rule?.action === 'FailJob') {
    return rule.action;
  }
  return 'Count';
}
