import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../hooks/useTexts';
import { TextInput } from './fields/TextInput';
import { SettingRows } from './rows/SettingRows';
import { TextRows } from './rows/TextRows';

const useStyles = makeStyles(theme => ({
  root: { display: 'grid', gap: theme.spacing(3) },
}));

/** Tab Configurations: variables, properties, arguments and Java options. */
export function ConfigurationsTab() {
  const t = useTexts();
  const classes = useStyles();
  return (
    <div className={classes.root}>
      <SettingRows list="environment" />
      <SettingRows list="sparkConf" />
      <TextRows list="arguments" />
      <TextInput
        name="spec.javaOptions"
        label={t('rows.javaOptions')}
        help={t('rows.javaOptionsHelp')}
      />
    </div>
  );
}
