import { createContext, useCallback, useContext } from 'react';
import { useSearchParams } from 'react-router-dom';

/** The tabs of a compute cluster's page, in their order. */
export const DETAIL_TABS = [
  'details',
  'connections',
  'configuration',
  'logs',
  'events',
  'activity',
  'usage',
] as const;

/** A tab of a compute cluster's page. */
export type DetailTab = (typeof DETAIL_TABS)[number];

const PARAMETER = 'tab';

/** Leads to another tab, where a tab stands elsewhere than on the compute cluster's own page. */
export const ShowTabContext = createContext<
  ((tab: DetailTab) => void) | undefined
>(undefined);

/** The tab that shows: it is in the address, so that it can be shared and the back button works. */
export function useDetailTab(): [DetailTab, (tab: DetailTab) => void] {
  const [search, setSearch] = useSearchParams();
  const named = search.get(PARAMETER);
  const tab = DETAIL_TABS.find(each => each === named) ?? 'details';
  const setTab = useCallback(
    (next: DetailTab) =>
      setSearch(next === 'details' ? {} : { [PARAMETER]: next }),
    [setSearch],
  );
  return [tab, useContext(ShowTabContext) ?? setTab];
}
