import type { UsageReport } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useAmounts } from '../../hooks/useAmounts';
import { useFormats } from '../../hooks/useFormats';
import { useTexts } from '../../hooks/useTexts';
import { BarChart } from '../common/BarChart';
import { groupingOf } from './useCostParams';
import { useGroupNames } from './useGroupNames';

/** More bars than the days of the longest period can no longer be told apart. */
const MOST_BARS = 100;

/** A bar for each group: days from the oldest, else the dearest first. Hours where nothing has a price. */
export function CostChart({ report }: { report: UsageReport }) {
  const t = useTexts();
  const { valueOf, textOf, mostOf } = useAmounts(report.currency);
  const nameOf = useGroupNames(report);
  const shown = report.groups.slice(0, MOST_BARS);
  const most = mostOf(shown);
  const bars = shown.map(group => ({
    key: group.key,
    value: valueOf(group.figures),
    text: `${nameOf(group)}: ${textOf(group.figures)}`,
  }));
  const what = t(`cost.${groupingOf(report.groupBy)}`);
  return (
    <BarChart
      bars={bars}
      label={t(report.currency ? 'cost.chart' : 'cost.chartHours', {
        what,
        most,
      })}
      most={most}
      {...useEnds(report)}
    />
  );
}

/** What stands below the chart: the first and last day, or what order it has. */
function useEnds({ groupBy, groups }: UsageReport) {
  const t = useTexts();
  const { number, day } = useFormats();
  if (groupBy === 'day') {
    return {
      from: day(groups[0].key),
      to: day(groups[groups.length - 1].key),
    };
  }
  const order =
    groups.length > MOST_BARS
      ? t('cost.first', { number: number(MOST_BARS) })
      : t('cost.inOrder');
  return { from: order, to: '' };
}
