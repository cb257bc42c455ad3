import Typography from '@material-ui/core/Typography';
import { InfoCard } from '@backstage/core-components';
import type {
  ClusterUsage,
  ComputeCluster,
  UsageFigures,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useAmounts } from '../../../hooks/useAmounts';
import { useClusterUsage } from '../../../hooks/useClusterInsides';
import { useFormats } from '../../../hooks/useFormats';
import { useTexts } from '../../../hooks/useTexts';
import { AsyncContent } from '../../common/AsyncContent';
import { BarChart } from '../../common/BarChart';
import { SimpleTable } from '../../common/SimpleTable';

/** Hours and cost of each day. */
export default function UsageTab({ cluster }: { cluster: ComputeCluster }) {
  const t = useTexts();
  const query = useClusterUsage(cluster.id);
  return (
    <InfoCard title={t('usage.title')}>
      <AsyncContent query={query} errorTitle={t('usage.error')}>
        {usage =>
          usage.days.length > 0 ? (
            <>
              <UsageChart usage={usage} />
              <UsageTable usage={usage} />
            </>
          ) : (
            <Typography variant="body2">{t('usage.none')}</Typography>
          )
        }
      </AsyncContent>
    </InfoCard>
  );
}

/** Cost by day; hours where nothing has a price. */
function UsageChart({ usage }: { usage: ClusterUsage }) {
  const t = useTexts();
  const { day: dayText } = useFormats();
  const { valueOf, textOf, mostOf } = useAmounts(usage.currency);
  const { days } = usage;
  const bars = days.map(({ day, figures }) => ({
    key: day,
    value: valueOf(figures),
    text: `${dayText(day)}: ${textOf(figures)}`,
  }));
  const most = mostOf(days);
  return (
    <BarChart
      bars={bars}
      label={t('usage.chart', { most })}
      most={most}
      from={dayText(days[0].day)}
      to={dayText(days[days.length - 1].day)}
    />
  );
}

function UsageTable({ usage }: { usage: ClusterUsage }) {
  const t = useTexts();
  const { day: dayText, hours } = useFormats();
  const { costOf } = useAmounts(usage.currency);
  const cellsOf = (figures: UsageFigures) => [
    hours(figures.driverSeconds),
    hours(figures.executorSeconds),
    costOf(figures),
  ];
  const days = [...usage.days].reverse().map(({ day, figures }) => ({
    key: day,
    cells: [dayText(day), ...cellsOf(figures)],
  }));
  const total = {
    key: 'total',
    cells: [
      <strong key="total">{t('usage.total')}</strong>,
      ...cellsOf(usage.total),
    ],
  };
  return (
    <SimpleTable
      label={t('usage.title')}
      head={[
        t('usage.day'),
        t('usage.driver'),
        t('usage.executors'),
        t('usage.cost'),
      ]}
      rows={[total, ...days]}
    />
  );
}
