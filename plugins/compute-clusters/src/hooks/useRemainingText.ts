import type { Namespace } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useFormats } from './useFormats';
import { useTexts } from './useTexts';

/** What is left of a namespace's quota, in words. */
export function useRemainingText() {
  const t = useTexts();
  const formats = useFormats();
  return ({ quota }: Namespace): string => {
    const parts: string[] = [];
    const add = (
      hard: number | null,
      used: number,
      format: (left: number) => string,
    ) => hard !== null && parts.push(format(Math.max(0, hard - used)));
    if (quota) {
      const used = quota.used ?? { cpu: 0, memory: 0, pods: 0 };
      add(quota.hard.cpu, used.cpu, formats.cpu);
      add(quota.hard.memory, used.memory, formats.memory);
      add(quota.hard.pods, used.pods, pods =>
        t('form.quotaPods', { value: formats.number(pods) }),
      );
    }
    return t('form.namespaceRemaining', {
      remaining: parts.join(', ') || t('form.namespaceNoQuota'),
    });
  };
}
