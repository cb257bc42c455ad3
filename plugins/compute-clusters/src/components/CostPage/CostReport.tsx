import Typography from '@material-ui/core/Typography';
import { EmptyState } from '@backstage/core-components';
import type { UsageReport } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { secondsOf, useAmounts } from '../../hooks/useAmounts';
import { useFormats } from '../../hooks/useFormats';
import { useTexts } from '../../hooks/useTexts';
import { CostChart } from './CostChart';
import { CostTable } from './CostTable';
import { groupingOf } from './useCostParams';

/** What was used: all together in words, then as a chart and as a table. */
export function CostReport(props: {
  report: UsageReport;
  /** Another report is on its way and takes this one's place. */
  busy: boolean;
}) {
  const t = useTexts();
  const { report, busy } = props;
  if (secondsOf(report.total) === 0) {
    return (
      <EmptyState
        missing="data"
        title={t('cost.noneTitle')}
        description={t('cost.noneText')}
      />
    );
  }
  return (
    <div aria-busy={busy}>
      <CostSum report={report} />
      <CostChart report={report} />
      <CostTable report={report} />
      <Typography variant="caption" component="p">
        {t('cost.help')}{' '}
        {report.currency
          ? t('cost.currency', { currency: report.currency })
          : t('cost.noPrices')}
      </Typography>
    </div>
  );
}

function CostSum({ report }: { report: UsageReport }) {
  const t = useTexts();
  const { textOf } = useAmounts(report.currency);
  const { day } = useFormats();
  // The end is no part of the period: that of a month is the next one's first moment.
  const last = new Date(report.to.getTime() - 1);
  return (
    <Typography variant="body1" gutterBottom>
      <strong>{t('cost.sum', { amount: textOf(report.total) })}</strong>{' '}
      {/* Read out when something else is chosen, and not whenever the sum has grown. */}
      <span role="status">
        {t('cost.shown', {
          what: t(`cost.${groupingOf(report.groupBy)}`),
          from: day(report.from.toISOString()),
          to: day(last.toISOString()),
        })}
      </span>
    </Typography>
  );
}
