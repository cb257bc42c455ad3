import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useFormContext, useWatch } from 'react-hook-form';
import { useTexts } from '../hooks/useTexts';
import { BehaviourFields } from './BehaviourFields';
import type { ClusterFormValues } from './clusterFormValues';
import { DeploymentTypeField } from './fields/DeploymentTypeField';
import { NamespaceField } from './fields/NamespaceField';
import { TextInput } from './fields/TextInput';
import { SizeFields } from './SizeFields';

const useStyles = makeStyles(theme => ({
  root: { display: 'grid', gap: theme.spacing(2.5) },
}));

/** Tab General: name, place, size and behaviour. */
export function GeneralTab() {
  const t = useTexts();
  const classes = useStyles();
  const { control } = useFormContext<ClusterFormValues>();
  const multiNode =
    useWatch({ control, name: 'spec.deploymentType' }) === 'multi-node';
  return (
    <div className={classes.root}>
      <Typography variant="h6" component="h3">
        {t('form.sectionPlace')}
      </Typography>
      <TextInput
        name="name"
        label={t('form.name')}
        help={t('form.nameHelp')}
        required
      />
      <TextInput name="description" label={t('form.description')} multiline />
      <NamespaceField />
      <Typography variant="h6" component="h3">
        {t('form.sectionSize')}
      </Typography>
      <DeploymentTypeField />
      <SizeFields multiNode={multiNode} />
      <Typography variant="h6" component="h3">
        {t('form.sectionBehaviour')}
      </Typography>
      <BehaviourFields multiNode={multiNode} />
    </div>
  );
}
