import type { UsageReport } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useEntityNames } from '../../hooks/useEntityNames';
import { useFormats } from '../../hooks/useFormats';
import { useTexts } from '../../hooks/useTexts';
import { groupingOf } from './useCostParams';

/** One row of a report. */
export type UsageGroup = UsageReport['groups'][number];

/** Key of the group that nobody owned. */
export const UNOWNED = 'none';

/** What the groups of a report are called, where a link cannot stand. */
export function useGroupNames({ groupBy }: UsageReport) {
  const t = useTexts();
  const { day } = useFormats();
  const entityName = useEntityNames();
  return ({ key, label }: UsageGroup): string => {
    const grouping = groupingOf(groupBy);
    if (grouping === 'day') return day(key);
    if (grouping !== 'team') return label ?? key;
    return key === UNOWNED ? t('detail.noOwner') : entityName(key);
  };
}
