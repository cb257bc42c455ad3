import { makeStyles } from '@material-ui/core/styles';
import type { UsageQuery } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { USAGE_PERIODS } from '../../hooks/usagePeriods';
import { useTexts } from '../../hooks/useTexts';
import { SelectField } from '../common/SelectField';
import { DownloadCsvButton } from './DownloadCsvButton';
import { GROUPINGS, type CostParams } from './useCostParams';

const CHOICE_WIDTH = 180;

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(2),
    marginBottom: theme.spacing(2),
  },
}));

/** Of which time, added up by what; and the same for a spreadsheet. */
export function CostControls(props: {
  params: CostParams;
  query: UsageQuery;
  /** What is shown can be downloaded. */
  loaded: boolean;
  onChange: (changes: Partial<CostParams>) => void;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { params, query, loaded, onChange } = props;
  return (
    <div className={classes.root}>
      <SelectField
        label={t('cost.period')}
        minWidth={CHOICE_WIDTH}
        options={USAGE_PERIODS.map(value => ({
          value,
          label: t(`cost.${value}`),
        }))}
        value={params.period}
        onChange={period => onChange({ period })}
      />
      <SelectField
        label={t('cost.groupBy')}
        minWidth={CHOICE_WIDTH}
        options={GROUPINGS.map(value => ({
          value,
          label: t(`cost.${value}`),
        }))}
        value={params.groupBy}
        onChange={groupBy => onChange({ groupBy })}
      />
      <DownloadCsvButton query={query} disabled={!loaded} />
    </div>
  );
}
