import { useFormContext, useWatch } from 'react-hook-form';
import {
  LIMITS,
  type Volume,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useVolumes } from '../hooks/useReferenceData';
import { useTexts } from '../hooks/useTexts';
import type { ClusterFormValues } from './clusterFormValues';
import { Choice } from './fields/Choice';
import { NumberInput } from './fields/NumberInput';
import { Toggle } from './fields/Toggle';

/** Scaling, scratch storage and termination. */
export function BehaviourFields({ multiNode }: { multiNode: boolean }) {
  return (
    <>
      {multiNode && <ScalingFields />}
      <TerminationFields />
    </>
  );
}

function ScalingFields() {
  const t = useTexts();
  const { control } = useFormContext<ClusterFormValues>();
  const enabled = useWatch({ control, name: 'spec.autoScaling.enabled' });
  const { data: volumes = [] } = useVolumes();
  return (
    <>
      <Toggle
        name="spec.autoScaling.enabled"
        label={t('form.autoScaling')}
        help={t('form.autoScalingHelp')}
      />
      {enabled && (
        <NumberInput
          name="spec.autoScaling.idleTimeoutMinutes"
          label={t('form.idleTimeout')}
          {...LIMITS.idleTimeoutMinutes}
        />
      )}
      <Choice
        name="spec.executor.volume"
        label={t('form.volume')}
        help={t('form.volumeHelp')}
        none={t('form.volumeNone')}
        options={volumes.map(volume => ({
          value: volume.name,
          label: volume.name,
          details: describeVolume(volume),
        }))}
      />
    </>
  );
}

function TerminationFields() {
  const t = useTexts();
  const { control } = useFormContext<ClusterFormValues>();
  const enabled = useWatch({ control, name: 'spec.autoTermination.enabled' });
  return (
    <>
      <Toggle
        name="spec.autoTermination.enabled"
        label={t('form.autoTermination')}
        help={t('form.autoTerminationHelp')}
      />
      {enabled && (
        <NumberInput
          name="spec.autoTermination.idleMinutes"
          label={t('form.idleMinutes')}
          {...LIMITS.autoTerminationMinutes}
        />
      )}
    </>
  );
}

function describeVolume({ type, sizeGiB, path }: Volume): string {
  const size = sizeGiB === undefined ? undefined : `${sizeGiB} GiB`;
  return [type, size, path].filter(Boolean).join(' · ');
}
