import {
  type TranslationFunction,
  useTranslationRef,
} from '@backstage/core-plugin-api/alpha';
import { computeClustersTranslationRef } from '../translation';

/** The plugin's texts, with what each of them takes. */
export type Texts = TranslationFunction<
  (typeof computeClustersTranslationRef)['T']
>;

/** The plugin's texts in the language of the app. */
export function useTexts(): Texts {
  return useTranslationRef(computeClustersTranslationRef).t;
}
