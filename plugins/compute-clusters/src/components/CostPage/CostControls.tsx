import { useId } from 'react';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import type { UsageQuery } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { USAGE_PERIODS, type UsagePeriod } from '../../hooks/usagePeriods';
import { useTexts } from '../../hooks/useTexts';
import { DownloadCsvButton } from './DownloadCsvButton';
import { GROUPINGS, type CostParams, type Grouping } from './useCostParams';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(2),
    marginBottom: theme.spacing(2),
  },
  choice: { width: 180 },
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
      <ParamChoice
        label={t('cost.period')}
        options={USAGE_PERIODS}
        value={params.period}
        onChange={period => onChange({ period })}
      />
      <ParamChoice
        label={t('cost.groupBy')}
        options={GROUPINGS}
        value={params.groupBy}
        onChange={groupBy => onChange({ groupBy })}
      />
      <DownloadCsvButton query={query} disabled={!loaded} />
    </div>
  );
}

function ParamChoice<T extends UsagePeriod | Grouping>(props: {
  label: string;
  options: readonly T[];
  value: T;
  onChange: (value: T) => void;
}) {
  const t = useTexts();
  const id = useId();
  const classes = useStyles();
  const { label, options, value } = props;
  const choose = (name: string) => {
    const chosen = options.find(option => option === name);
    if (chosen) props.onChange(chosen);
  };
  return (
    <TextField
      select
      id={id}
      size="small"
      variant="outlined"
      label={label}
      className={classes.choice}
      value={value}
      onChange={({ target }) => choose(target.value)}
      SelectProps={{ MenuProps: { getContentAnchorEl: null } }}
    >
      {options.map((option: UsagePeriod | Grouping) => (
        <MenuItem key={option} value={option}>
          {t(`cost.${option}`)}
        </MenuItem>
      ))}
    </TextField>
  );
}
