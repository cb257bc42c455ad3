import Typography from '@material-ui/core/Typography';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type {
  UsageFigures,
  UsageReport,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useAmounts } from '../../hooks/useAmounts';
import { useFormats } from '../../hooks/useFormats';
import { useTexts } from '../../hooks/useTexts';
import { SimpleTable } from '../common/SimpleTable';
import { groupingOf } from './useCostParams';
import { UNOWNED, useGroupNames, type UsageGroup } from './useGroupNames';

/** As much of an id as tells clusters of one name apart. */
const ID_START = 8;

/** Hours and cost of each group, and of all together before them. Days come from the newest. */
export function CostTable({ report }: { report: UsageReport }) {
  const t = useTexts();
  const { hours } = useFormats();
  const { costOf } = useAmounts(report.currency);
  const grouping = groupingOf(report.groupBy);
  const cellsOf = (figures: UsageFigures) => [
    hours(figures.driverSeconds),
    hours(figures.executorSeconds),
    costOf(figures),
  ];
  const groups =
    grouping === 'day' ? [...report.groups].reverse() : report.groups;
  const rows = groups.map(group => ({
    key: group.key,
    cells: [
      <GroupName key="name" report={report} group={group} />,
      ...cellsOf(group.figures),
    ],
  }));
  const total = {
    // No group has this key, whatever a namespace is called.
    key: '',
    cells: [
      <strong key="total">{t('usage.total')}</strong>,
      ...cellsOf(report.total),
    ],
  };
  return (
    <SimpleTable
      label={t('cost.table')}
      head={[
        t(`cost.${grouping}`),
        t('usage.driver'),
        t('usage.executors'),
        t('usage.cost'),
      ]}
      rows={[total, ...rows]}
    />
  );
}

function GroupName(props: { report: UsageReport; group: UsageGroup }) {
  const { report, group } = props;
  const name = useGroupNames(report)(group);
  if (report.groupBy === 'team' && group.key !== UNOWNED) {
    return <EntityRefLink entityRef={group.key} />;
  }
  if (group.label === undefined) return <>{name}</>;
  return (
    <>
      {name}
      <Typography variant="caption" component="div">
        {group.key.slice(0, ID_START)}
      </Typography>
    </>
  );
}
