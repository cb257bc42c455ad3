import { useEffect } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { useFormContext, useWatch } from 'react-hook-form';
import { LIMITS } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useFormats } from '../hooks/useFormats';
import { useNodeTypes } from '../hooks/useReferenceData';
import { useNodeTypeOptions } from '../hooks/useNodeTypeOptions';
import { useTexts } from '../hooks/useTexts';
import type { ClusterFormValues } from './clusterFormValues';
import { Choice } from './fields/Choice';
import { NumberInput } from './fields/NumberInput';
import { Toggle } from './fields/Toggle';

const useStyles = makeStyles(theme => ({
  pair: {
    display: 'grid',
    gap: theme.spacing(2),
    gridTemplateColumns: '1fr 1fr',
    [theme.breakpoints.down('xs')]: { gridTemplateColumns: '1fr' },
  },
}));

/** Node types of driver and executors, and how many executors. */
export function SizeFields({ multiNode }: { multiNode: boolean }) {
  const t = useTexts();
  const { data: nodeTypes = [] } = useNodeTypes();
  const options = useNodeTypeOptions();
  return (
    <>
      <Choice
        name="spec.driver.nodeType"
        label={t('form.driverNodeType')}
        options={nodeTypes.filter(type => type.forDriver).map(options)}
        required
      />
      {multiNode && (
        <>
          <Choice
            name="spec.executor.nodeType"
            label={t('form.executorNodeType')}
            options={nodeTypes.filter(type => type.forExecutor).map(options)}
            required
          />
          <ExecutorCounts />
          <SpotField />
        </>
      )}
    </>
  );
}

function ExecutorCounts() {
  const t = useTexts();
  const formats = useFormats();
  const classes = useStyles();
  const { control } = useFormContext<ClusterFormValues>();
  const autoScaling = useWatch({ control, name: 'spec.autoScaling.enabled' });
  const max = useWatch({ control, name: 'spec.executor.max' });
  const nodeType = useChosenExecutor();
  const together =
    nodeType &&
    max &&
    t('form.executorsTotal', {
      cpu: formats.cpu(nodeType.cpu * max),
      memory: formats.memory(nodeType.memory * max),
    });
  return (
    <div className={classes.pair}>
      {autoScaling && (
        <NumberInput
          name="spec.executor.min"
          label={t('form.minExecutors')}
          min={0}
          max={LIMITS.executors}
        />
      )}
      <NumberInput
        name="spec.executor.max"
        label={t(autoScaling ? 'form.maxExecutors' : 'form.executors')}
        min={1}
        max={LIMITS.executors}
        help={together}
      />
    </div>
  );
}

function SpotField() {
  const t = useTexts();
  const { setValue } = useFormContext<ClusterFormValues>();
  // Not known while the node types are on their way: what is set stays until then.
  const offered = useChosenExecutor()?.spot;
  useEffect(() => {
    if (offered === false) setValue('spec.executor.spot', false);
  }, [offered, setValue]);
  if (!offered) return null;
  return (
    <Toggle
      name="spec.executor.spot"
      label={t('form.spot')}
      help={t('form.spotHelp')}
    />
  );
}

function useChosenExecutor() {
  const { control } = useFormContext<ClusterFormValues>();
  const name = useWatch({ control, name: 'spec.executor.nodeType' });
  return useNodeTypes().data?.find(type => type.name === name);
}
