import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useTexts } from './useTexts';

/** Whom to ask for what the caller may not do with a cluster. */
export function useOwnerHint({ ownerRef }: ComputeCluster): string {
  const t = useTexts();
  return t('command.notAllowed', { owner: ownerRef ?? t('detail.noOwner') });
}
