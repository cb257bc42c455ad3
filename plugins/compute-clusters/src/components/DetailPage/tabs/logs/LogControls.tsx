import FormControlLabel from '@material-ui/core/FormControlLabel';
import MenuItem from '@material-ui/core/MenuItem';
import Switch from '@material-ui/core/Switch';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import type { PodDetails } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useTexts } from '../../../../hooks/useTexts';

/** What a person chose to see. */
export type LogChoice = {
  /** Name of a pod; the newest driver without. */
  pod?: string;
  /** The last minutes; all without. */
  minutes?: number;
  wrap: boolean;
};

const RANGES = [5, 15, 60, 360];

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
  },
  pod: { minWidth: 220, maxWidth: '100%' },
  range: { minWidth: 160 },
}));

/** Which log, from when, and how it is shown. */
export function LogControls(props: {
  pods: PodDetails[];
  pod: PodDetails;
  view: LogChoice;
  onChange: (view: LogChoice) => void;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { pods, pod, view, onChange } = props;
  return (
    <div className={classes.root}>
      <TextField
        select
        size="small"
        variant="outlined"
        id="logs-pod"
        label={t('logs.pod')}
        className={classes.pod}
        value={pod.name}
        onChange={({ target }) => onChange({ ...view, pod: target.value })}
      >
        {pods.map(({ name, component, run }) => (
          <MenuItem key={name} value={name}>
            {t(`logs.${component}`, { name, run: String(run) })}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        size="small"
        variant="outlined"
        id="logs-range"
        label={t('logs.range')}
        SelectProps={{ displayEmpty: true }}
        InputLabelProps={{ shrink: true }}
        className={classes.range}
        value={view.minutes ?? ''}
        onChange={({ target }) =>
          onChange({ ...view, minutes: Number(target.value) || undefined })
        }
      >
        <MenuItem value="">{t('logs.rangeAll')}</MenuItem>
        {RANGES.map(minutes => (
          <MenuItem key={minutes} value={minutes}>
            {t('logs.rangeMinutes', { minutes: String(minutes) })}
          </MenuItem>
        ))}
      </TextField>
      <FormControlLabel
        label={t('logs.wrap')}
        control={
          <Switch
            color="primary"
            checked={view.wrap}
            onChange={(_event, wrap) => onChange({ ...view, wrap })}
          />
        }
      />
    </div>
  );
}
