import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import { daysOfPeriod } from '../../hooks/usagePeriods';
import { useTexts } from '../../hooks/useTexts';
import { useUsageReport } from '../../hooks/useUsageReport';
import { DocsButton } from '../common/DocsButton';
import { ListLink } from '../common/ListLink';
import { PageHeading } from '../common/PageHeading';
import { Waiting } from '../common/Waiting';
import { CostControls } from './CostControls';
import { CostError } from './CostError';
import { CostReport } from './CostReport';
import { useCostParams } from './useCostParams';

const useStyles = makeStyles(theme => ({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
    marginBottom: theme.spacing(2),
  },
  title: { flexGrow: 1 },
  // Text has too little contrast on the page itself.
  paper: { padding: theme.spacing(2) },
}));

/** Hours and cost of all compute clusters that the caller may see. */
export function CostPage() {
  const t = useTexts();
  const classes = useStyles();
  const { params, change } = useCostParams();
  const { period, groupBy } = params;
  const query = { ...daysOfPeriod(period, new Date()), groupBy };
  const report = useUsageReport(query);
  return (
    <>
      <div className={classes.head}>
        <div className={classes.title}>
          <PageHeading>{t('cost.title')}</PageHeading>
        </div>
        <ListLink />
        <DocsButton />
      </div>
      <Paper variant="outlined" className={classes.paper}>
        <CostControls
          params={params}
          query={query}
          loaded={report.data !== undefined}
          onChange={change}
        />
        <CostError query={report} />
        {report.data && (
          <CostReport report={report.data} busy={report.isPlaceholderData} />
        )}
        {!report.data && !report.error && <Waiting />}
      </Paper>
    </>
  );
}
