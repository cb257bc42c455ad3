import LinearProgress from '@material-ui/core/LinearProgress';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  formatCpu,
  formatMemory,
  type NamespaceQuota,
  type ResourceTotals,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useTexts } from '../../hooks/useTexts';

const useStyles = makeStyles(theme => ({
  row: { marginTop: theme.spacing(1) },
  line: { display: 'flex', justifyContent: 'space-between' },
  over: { backgroundColor: theme.palette.status.error },
  overText: { color: theme.palette.status.error },
}));

const RESOURCES = [
  { key: 'cpu', format: formatCpu },
  { key: 'memory', format: formatMemory },
  { key: 'pods', format: String },
] as const;

/** How much of the namespace's quota the cluster takes at full scale. */
export function QuotaBars(props: {
  namespace: string;
  quota: NamespaceQuota;
  wanted: ResourceTotals;
}) {
  const t = useTexts();
  const { hard, used } = props.quota;
  return (
    <>
      <Typography variant="subtitle2" component="h4">
        {t('summary.quota', { namespace: props.namespace })}
      </Typography>
      {RESOURCES.map(({ key, format }) => {
        const limit = hard[key];
        if (limit === null) return null;
        return (
          <QuotaBar
            key={key}
            label={t(`summary.${key}`)}
            share={props.wanted[key] / limit}
            limit={format(limit)}
            used={used && format(used[key])}
          />
        );
      })}
    </>
  );
}

function QuotaBar(props: {
  label: string;
  share: number;
  limit: string;
  used: string | null;
}) {
  const t = useTexts();
  const classes = useStyles();
  const over = props.share > 1;
  const percent = Math.round(props.share * 100);
  return (
    <div className={classes.row}>
      <div className={classes.line}>
        <Typography variant="body2">{props.label}</Typography>
        <Typography variant="body2">
          {t('summary.share', {
            percent: String(percent),
            limit: props.limit,
          })}
        </Typography>
      </div>
      <LinearProgress
        variant="determinate"
        aria-label={props.label}
        value={Math.min(100, percent)}
        classes={over ? { bar: classes.over } : undefined}
      />
      {over ? (
        <Typography variant="caption" className={classes.overText}>
          {t('summary.over')}
        </Typography>
      ) : (
        props.used && (
          <Typography variant="caption">
            {t('summary.inUse', { value: props.used })}
          </Typography>
        )
      )}
    </div>
  );
}
