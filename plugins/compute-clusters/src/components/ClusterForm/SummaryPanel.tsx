import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  CostPerHour,
  ResourceTotals,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useFormats } from '../../hooks/useFormats';
import { useTexts } from '../../hooks/useTexts';
import { QuotaBars } from './QuotaBars';
import { useRequestPreview } from './useRequestPreview';

const MIB_IN_GIB = 1024;

const useStyles = makeStyles(theme => ({
  root: {
    padding: theme.spacing(2),
    position: 'sticky',
    top: theme.spacing(2),
  },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    ...theme.typography.body2,
    marginBottom: theme.spacing(2),
    '& th, & td': { padding: theme.spacing(0.5, 0), textAlign: 'right' },
    '& th:first-child': { textAlign: 'left', fontWeight: 'normal' },
  },
}));

/** What the cluster comes to: CPU, memory, pods and cost, idle and at full scale, and its share of the quota. */
export function SummaryPanel() {
  const t = useTexts();
  const classes = useStyles();
  const { size, namespace } = useRequestPreview();
  return (
    <Paper
      variant="outlined"
      component="section"
      aria-label={t('summary.title')}
      className={classes.root}
    >
      <Typography variant="h6" component="h3">
        {t('summary.title')}
      </Typography>
      {size ? (
        <SizeTable {...size.totals} cost={size.cost} storage={size.storage} />
      ) : (
        <Typography variant="body2">{t('summary.incomplete')}</Typography>
      )}
      {size && namespace?.quota && (
        <QuotaBars
          namespace={namespace.name}
          quota={namespace.quota}
          wanted={size.totals.full}
        />
      )}
    </Paper>
  );
}

function SizeTable(props: {
  idle: ResourceTotals;
  full: ResourceTotals;
  cost: CostPerHour | null;
  storage: { idle: number; full: number } | undefined;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { number, cpu, memory, money } = useFormats();
  const { idle, full, cost, storage } = props;
  const price = (minor: number, currency: string) =>
    t('summary.perHour', { price: money(minor, currency) });
  return (
    <>
      <table className={classes.table} aria-label={t('summary.title')}>
        <thead>
          <tr>
            <td />
            <th scope="col">{t('summary.idle')}</th>
            <th scope="col">{t('summary.full')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('summary.cpu')}</th>
            <td>{cpu(idle.cpu)}</td>
            <td>{cpu(full.cpu)}</td>
          </tr>
          <tr>
            <th scope="row">{t('summary.memory')}</th>
            <td>{memory(idle.memory)}</td>
            <td>{memory(full.memory)}</td>
          </tr>
          <tr>
            <th scope="row">{t('summary.pods')}</th>
            <td>{number(idle.pods)}</td>
            <td>{number(full.pods)}</td>
          </tr>
          {storage && (
            <tr>
              <th scope="row">{t('summary.storage')}</th>
              <td>{memory(storage.idle * MIB_IN_GIB)}</td>
              <td>{memory(storage.full * MIB_IN_GIB)}</td>
            </tr>
          )}
          {cost && (
            <tr>
              <th scope="row">{t('summary.cost')}</th>
              <td>{price(cost.idle, cost.currency)}</td>
              <td>{price(cost.full, cost.currency)}</td>
            </tr>
          )}
        </tbody>
      </table>
      {!cost && <Typography variant="body2">{t('summary.noPrice')}</Typography>}
    </>
  );
}
