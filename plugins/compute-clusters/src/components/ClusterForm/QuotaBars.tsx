import LinearProgress from '@material-ui/core/LinearProgress';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  NamespaceQuota,
  ResourceTotals,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useFormats } from '../../hooks/useFormats';
import { useTexts } from '../../hooks/useTexts';
import { quotaFit } from './quotaFit';

const useStyles = makeStyles(theme => ({
  row: { marginTop: theme.spacing(1) },
  line: { display: 'flex', justifyContent: 'space-between' },
  now: {},
  later: { backgroundColor: theme.palette.status.warning },
  over: { backgroundColor: theme.palette.status.error },
  overText: { color: theme.palette.status.error },
}));

/** How much of the namespace's quota the cluster takes at full scale. */
export function QuotaBars(props: {
  namespace: string;
  quota: NamespaceQuota;
  wanted: ResourceTotals;
}) {
  const t = useTexts();
  const formats = useFormats();
  const resources = [
    { key: 'cpu', format: formats.cpu },
    { key: 'memory', format: formats.memory },
    { key: 'pods', format: formats.number },
  ] as const;
  const { hard, used } = props.quota;
  return (
    <>
      <Typography variant="subtitle2" component="h4">
        {t('summary.quota', { namespace: props.namespace })}
      </Typography>
      {resources.map(({ key, format }) => {
        const limit = hard[key];
        if (limit === null) return null;
        return (
          <QuotaBar
            key={key}
            label={t(`summary.${key}`)}
            limit={limit}
            format={format}
            wanted={props.wanted[key]}
            used={used && used[key]}
          />
        );
      })}
    </>
  );
}

function QuotaBar(props: {
  label: string;
  wanted: number;
  limit: number;
  used: number | null;
  format: (value: number) => string;
}) {
  const t = useTexts();
  const { number } = useFormats();
  const classes = useStyles();
  const { label, wanted, limit, used, format } = props;
  const percent = Math.round((wanted / limit) * 100);
  const fit = quotaFit({ wanted, limit, used });
  return (
    <div className={classes.row}>
      <div className={classes.line}>
        <Typography variant="body2">{label}</Typography>
        <Typography variant="body2">
          {t('summary.share', {
            percent: number(percent),
            limit: format(limit),
          })}
        </Typography>
      </div>
      <LinearProgress
        variant="determinate"
        aria-label={label}
        value={Math.min(100, percent)}
        classes={{ bar: classes[fit] }}
      />
      {fit === 'over' && (
        <Typography variant="caption" className={classes.overText}>
          {t('summary.over')}
        </Typography>
      )}
      {fit !== 'over' && used !== null && (
        <Typography variant="caption">
          {fit === 'later'
            ? t('summary.left', { value: format(Math.max(0, limit - used)) })
            : t('summary.inUse', { value: format(used) })}
        </Typography>
      )}
    </div>
  );
}
