import FormControlLabel from '@material-ui/core/FormControlLabel';
import Switch from '@material-ui/core/Switch';
import { makeStyles } from '@material-ui/core/styles';
import type { PodDetails } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useTexts } from '../../../../hooks/useTexts';
import { SelectField } from '../../../common/SelectField';

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
      <SelectField
        label={t('logs.pod')}
        minWidth={220}
        value={pod.name}
        options={pods.map(({ name, component, run }) => ({
          value: name,
          label: t(`logs.${component}`, { name, run: String(run) }),
        }))}
        onChange={name => onChange({ ...view, pod: name })}
      />
      <SelectField
        label={t('logs.range')}
        minWidth={160}
        value={String(view.minutes ?? '')}
        options={[
          { value: '', label: t('logs.rangeAll') },
          ...RANGES.map(String).map(minutes => ({
            value: minutes,
            label: t('logs.rangeMinutes', { minutes }),
          })),
        ]}
        onChange={minutes =>
          onChange({ ...view, minutes: Number(minutes) || undefined })
        }
      />
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
