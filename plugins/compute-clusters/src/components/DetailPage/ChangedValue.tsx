import { makeStyles } from '@material-ui/core/styles';
import ArrowForward from '@material-ui/icons/ArrowForward';
import type { SpecChange } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useTexts, type Texts } from '../../hooks/useTexts';

const useStyles = makeStyles(theme => ({
  old: { color: theme.palette.text.secondary },
  value: { whiteSpace: 'pre-line' },
  arrow: { verticalAlign: 'text-bottom', margin: theme.spacing(0, 0.5) },
}));

/** Fields whose values are minutes, absent when they are off. */
const MINUTES = [
  'autoScaling.idleTimeoutMinutes',
  'autoTermination.idleMinutes',
];

/** What runs, and what is saved. Of a secret only that it is another. */
export function ChangedValue({ change }: { change: SpecChange }) {
  const t = useTexts();
  const classes = useStyles();
  if (change.from === null && change.to === null) {
    return <span>{t('restart.secretChanged')}</span>;
  }
  return (
    <>
      <span className={`${classes.old} ${classes.value}`}>
        {valueText(change.from, change.field, t)}
      </span>
      <ArrowForward
        fontSize="inherit"
        className={classes.arrow}
        titleAccess={t('restart.becomes')}
      />
      <span className={classes.value}>
        {valueText(change.to, change.field, t)}
      </span>
    </>
  );
}

function valueText(
  value: string | null | undefined,
  field: string,
  t: Texts,
): string {
  if (value === null) return t('restart.secret');
  if (MINUTES.includes(field)) {
    return value === undefined
      ? t('form.off')
      : t('form.reviewMinutes', { minutes: value });
  }
  if (field === 'executor.spot' && value !== undefined) {
    return t(value === 'true' ? 'form.on' : 'form.off');
  }
  if (field === 'image' && value === undefined) return t('form.imageDefault');
  return value ?? t('restart.nothing');
}
