import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useFormContext, useWatch } from 'react-hook-form';
import { useTexts } from '../hooks/useTexts';
import { BehaviourFields } from './BehaviourFields';
import type { ClusterFormValues } from './clusterFormValues';
import { DeploymentTypeField } from './fields/DeploymentTypeField';
import { LockedNamespace } from './fields/LockedNamespace';
import { NamespaceField } from './fields/NamespaceField';
import { TextInput } from './fields/TextInput';
import { ScheduleFields } from './ScheduleFields';
import { SizeFields } from './SizeFields';

const useStyles = makeStyles(theme => ({
  root: { display: 'grid', gap: theme.spacing(2.5) },
}));

/** Tab General: name, place, size and behaviour. What makes out a cluster is locked once it exists. */
export function GeneralTab({ locked }: { locked: boolean }) {
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
        help={t(locked ? 'form.locked' : 'form.nameHelp')}
        required
        disabled={locked}
      />
      <TextInput name="description" label={t('form.description')} multiline />
      {locked ? <LockedNamespace /> : <NamespaceField />}
      <Typography variant="h6" component="h3">
        {t('form.sectionSize')}
      </Typography>
      <DeploymentTypeField locked={locked} />
      <SizeFields multiNode={multiNode} />
      <Typography variant="h6" component="h3">
        {t('form.sectionBehaviour')}
      </Typography>
      <BehaviourFields multiNode={multiNode} />
      <ScheduleFields />
    </div>
  );
}
