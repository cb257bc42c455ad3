import { useTexts } from '../../hooks/useTexts';
import { listTexts } from '../../texts/listTexts';

/** A state's reason in a few words, where it says more than the state; undefined otherwise. */
export function useReasonText() {
  const t = useTexts();
  return (reason: string): string | undefined =>
    isTold(reason) ? t(`reason.${reason}`) : undefined;
}

function isTold(reason: string): reason is keyof (typeof listTexts)['reason'] {
  return Object.hasOwn(listTexts.reason, reason);
}
