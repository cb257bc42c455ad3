import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { computeClustersTranslationRef } from '../translation';

/** The plugin's texts in the language of the app. */
export function useTexts() {
  return useTranslationRef(computeClustersTranslationRef).t;
}
