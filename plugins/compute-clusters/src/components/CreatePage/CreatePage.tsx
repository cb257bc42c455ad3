import { useRef } from 'react';
import { useRouteRef } from '@backstage/core-plugin-api';
import type {
  ClusterLocation,
  ComputeCluster,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { isPassing } from '../../api/ComputeClustersQueries';
import { messageOf } from '../../api/messageOf';
import { DEFAULT_VALUES } from '../../form/clusterFormValues';
import { cloneValuesOf, lacksSecrets } from '../../form/formValuesOf';
import { useTexts } from '../../hooks/useTexts';
import { rootRouteRef } from '../../routes';
import { ClusterFormPage } from '../ClusterForm';
import { useKeptFocus } from '../commands/useKeptFocus';
import { Notice } from '../common/Notice';
import { RetryButton } from '../common/RetryButton';
import { Waiting } from '../common/Waiting';
import { useCloneLocation, useCloneSource } from './useCloneSource';
import { useCreateCluster } from './useCreateCluster';

/** The page that creates a compute cluster, on its own or as a clone of another. */
export function CreatePage() {
  const wanted = useCloneLocation();
  return wanted ? (
    // Another source is another form.
    <CloneForm key={Object.values(wanted).join('/')} wanted={wanted} />
  ) : (
    <CreateForm />
  );
}

function CloneForm({ wanted }: { wanted: ClusterLocation }) {
  const { cluster, error, busy, retry } = useCloneSource(wanted);
  const box = useRef<HTMLDivElement>(null);
  const onPress = useKeptFocus(box, String(cluster?.id), !busy);
  const tryAgain = () => {
    onPress();
    // A second press asks no second time.
    if (!busy) retry();
  };
  return (
    // It takes the focus when the button that was pressed gives way to the form.
    <div ref={box} tabIndex={-1}>
      {error && (
        <SourceError
          wanted={wanted}
          error={error}
          busy={busy}
          onRetry={tryAgain}
        />
      )}
      {cluster || error ? (
        <CreateForm key={cluster?.id} source={cluster} />
      ) : (
        <Waiting />
      )}
    </div>
  );
}

function SourceError(props: {
  wanted: ClusterLocation;
  error: Error;
  busy: boolean;
  onRetry: () => void;
}) {
  const t = useTexts();
  const { error, busy } = props;
  const { name } = props.wanted;
  const again = isPassing(error) && <RetryButton onClick={props.onRetry} />;
  return (
    <Notice severity="error" action={again}>
      {busy
        ? t('clone.reading', { name })
        : t('clone.error', { name, message: messageOf(error) })}
    </Notice>
  );
}

function CreateForm({ source }: { source?: ComputeCluster }) {
  const t = useTexts();
  const cancelTo = useRouteRef(rootRouteRef)();
  const { mutateAsync } = useCreateCluster();
  const initial = source ? cloneValuesOf(source) : DEFAULT_VALUES;
  return (
    <ClusterFormPage
      title={t('form.createTitle')}
      initial={initial}
      purpose={{ kind: 'create', save: mutateAsync, cancelTo }}
    >
      {source && (
        <Notice severity="info">
          {t('clone.note', { name: source.name })}{' '}
          {lacksSecrets(initial) && t('clone.secrets')}
        </Notice>
      )}
    </ClusterFormPage>
  );
}
