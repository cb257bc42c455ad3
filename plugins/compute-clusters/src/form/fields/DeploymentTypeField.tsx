import { useId } from 'react';
import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormHelperText from '@material-ui/core/FormHelperText';
import FormLabel from '@material-ui/core/FormLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import { useController } from 'react-hook-form';
import { useTexts } from '../../hooks/useTexts';
import type { ClusterFormValues } from '../clusterFormValues';

/** Multi-node or single-node. */
export function DeploymentTypeField({ locked }: { locked: boolean }) {
  const t = useTexts();
  const id = useId();
  const { field } = useController<ClusterFormValues, 'spec.deploymentType'>({
    name: 'spec.deploymentType',
  });
  const { ref, ...input } = field;
  return (
    <FormControl component="fieldset" disabled={locked}>
      <FormLabel component="legend" id={id}>
        {t('form.deploymentType')}
      </FormLabel>
      <RadioGroup {...input} row aria-labelledby={id}>
        <FormControlLabel
          value="multi-node"
          control={<Radio color="primary" inputRef={ref} />}
          label={`${t('form.multiNode')}: ${t('form.multiNodeHelp')}`}
        />
        <FormControlLabel
          value="single-node"
          control={<Radio color="primary" />}
          label={`${t('form.singleNode')}: ${t('form.singleNodeHelp')}`}
        />
      </RadioGroup>
      {locked && <FormHelperText>{t('form.locked')}</FormHelperText>}
    </FormControl>
  );
}
