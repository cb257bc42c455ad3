import { useCallback, useSyncExternalStore } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { appLanguageApiRef } from '@backstage/core-plugin-api/alpha';
import { formatsOf, type Formats } from '../formats/formatsOf';

/** Numbers and times as the language of the app writes them. */
export function useFormats(): Formats {
  const api = useApi(appLanguageApiRef);
  const subscribe = useCallback(
    (onChange: () => void) => {
      const subscription = api.language$().subscribe(onChange);
      return () => subscription.unsubscribe();
    },
    [api],
  );
  return formatsOf(
    useSyncExternalStore(subscribe, () => api.getLanguage().language),
  );
}
