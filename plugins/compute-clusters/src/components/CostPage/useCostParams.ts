import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { USAGE_PERIODS, type UsagePeriod } from '../../hooks/usagePeriods';

/** What costs can be added up by, as the API names it. */
export const GROUPINGS = [
  'team',
  'cluster',
  'namespace',
  'nodeType',
  'day',
] as const;

/** One of them. */
export type Grouping = (typeof GROUPINGS)[number];

/** What the page shows: all of it is in the address, so that it can be shared and the back button works. */
export type CostParams = { period: UsagePeriod; groupBy: Grouping };

/** Reads the page's parameters from the address, and writes them there. */
export function useCostParams() {
  const [search, setSearch] = useSearchParams();
  const params = useMemo(() => parse(search), [search]);
  const change = useCallback(
    (changes: Partial<CostParams>) =>
      setSearch(old => format({ ...parse(old), ...changes })),
    [setSearch],
  );
  return { params, change };
}

/** A grouping by its name in the address or in a report. */
export function groupingOf(name: string | null): Grouping {
  return GROUPINGS.find(each => each === name) ?? 'team';
}

function parse(search: URLSearchParams): CostParams {
  const period = search.get('period');
  return {
    period: USAGE_PERIODS.find(each => each === period) ?? 'this-month',
    groupBy: groupingOf(search.get('groupBy')),
  };
}

function format({ period, groupBy }: CostParams): URLSearchParams {
  const search = new URLSearchParams();
  if (period !== 'this-month') search.set('period', period);
  if (groupBy !== 'team') search.set('groupBy', groupBy);
  return search;
}
