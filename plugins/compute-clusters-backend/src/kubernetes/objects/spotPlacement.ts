import { V1Affinity, V1Toleration } from '@kubernetes/client-node';

/** How the autoscalers and clouds mark spot machines; a machine carries one of these labels at most. */
const SPOT_LABELS: [key: string, value: string][] = [
  ['karpenter.sh/capacity-type', 'spot'],
  ['eks.amazonaws.com/capacityType', 'SPOT'],
  ['cloud.google.com/gke-spot', 'true'],
  ['kubernetes.azure.com/scalesetpriority', 'spot'],
];

/** Prefers spot machines; a preference only, so that executors fall back to on-demand ones. */
export function spotAffinity(): V1Affinity {
  return {
    nodeAffinity: {
      preferredDuringSchedulingIgnoredDuringExecution: SPOT_LABELS.map(
        ([key, value]) => ({
          weight: 100,
          preference: {
            matchExpressions: [{ key, operator: 'In', values: [value] }],
          },
        }),
      ),
    },
  };
}

/** Clouds also taint spot machines with what they label them with. */
export function spotTolerations(): V1Toleration[] {
  return SPOT_LABELS.map(([key, value]) => ({
    key,
    operator: 'Equal',
    value,
    effect: 'NoSchedule',
  }));
}
