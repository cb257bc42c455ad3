import type { Namespace } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useEntityNames } from './useEntityNames';
import { useRemainingText } from './useRemainingText';
import { useTexts } from './useTexts';

/** What helps to choose among namespaces, in words: who owns it, and what is left of its quota. */
export function useNamespaceDetails() {
  const t = useTexts();
  const nameOf = useEntityNames();
  const remaining = useRemainingText();
  return (namespace: Namespace): string => {
    const owner = nameOf(namespace.ownerRef);
    return `${t('form.namespaceOwner', { owner })}. ${remaining(namespace)}`;
  };
}
