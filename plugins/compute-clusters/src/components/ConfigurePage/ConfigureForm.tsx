import Button from '@material-ui/core/Button';
import { alertApiRef, useApi, useRouteRef } from '@backstage/core-plugin-api';
import { useSearchParams } from 'react-router-dom';
import type {
  ComputeCluster,
  ParsedCreateClusterRequest,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { statusOf } from '../../api/ComputeClustersQueries';
import type { ClusterFormValues } from '../../form/clusterFormValues';
import { formValuesOf } from '../../form/formValuesOf';
import { canConfigure, effectiveState } from '../../hooks/clusterState';
import { useTexts } from '../../hooks/useTexts';
import { clusterRouteRef, DRIVER_NODE_TYPE_PARAMETER } from '../../routes';
import { ClusterFormPage } from '../ClusterForm';
import { DeletedNotice } from '../common/DeletedNotice';
import { Notice } from '../common/Notice';
import { useConfigureCluster } from './useConfigureCluster';
import { WrongStateNotice } from './WrongStateNotice';

/** The form, filled in with the cluster as it was opened. */
export function ConfigureForm(props: {
  opened: ComputeCluster;
  current: ComputeCluster;
  /** Nothing can be saved any more, but what was entered can still be copied. */
  deleted: boolean;
  reload: () => void;
}) {
  const t = useTexts();
  const { opened, current, deleted, reload } = props;
  const cancelTo = useRouteRef(clusterRouteRef)(opened);
  const save = useSave(opened);
  const { name } = opened;
  const { initial, chosen } = useInitialValues(opened);
  const changed = current.generation !== opened.generation;
  const stale = (
    <>
      {t('configure.changed', { name })}{' '}
      <Button size="small" variant="outlined" onClick={reload}>
        {t('configure.reload')}
      </Button>
    </>
  );
  return (
    <ClusterFormPage
      title={t('form.configureTitle', { name })}
      initial={initial}
      purpose={{
        kind: 'configure',
        save,
        cancelTo,
        // 409 says itself what to do about the cluster's state.
        advise: error => !changed && statusOf(error) === 412 && stale,
      }}
    >
      {deleted && <DeletedNotice name={name} />}
      {changed && !deleted && <Notice severity="warning">{stale}</Notice>}
      {chosen && (
        <Notice severity="info">
          {t('configure.chosen', { nodeType: chosen })}
        </Notice>
      )}
      {!canConfigure(current) && !deleted && (
        <WrongStateNotice cluster={current} />
      )}
    </ClusterFormPage>
  );
}

/** What is saved, with the driver node type that the address chooses for it. */
function useInitialValues(opened: ComputeCluster): {
  initial: ClusterFormValues;
  chosen: string | null;
} {
  const [search] = useSearchParams();
  const values = formValuesOf(opened);
  const chosen = search.get(DRIVER_NODE_TYPE_PARAMETER);
  if (!chosen || chosen === values.spec.driver.nodeType) {
    return { initial: values, chosen: null };
  }
  const spec = { ...values.spec, driver: { nodeType: chosen } };
  return { initial: { ...values, spec }, chosen };
}

function useSave(cluster: ComputeCluster) {
  const t = useTexts();
  const alerts = useApi(alertApiRef);
  const { mutateAsync } = useConfigureCluster(cluster);
  return async (request: ParsedCreateClusterRequest) => {
    const saved = await mutateAsync(request);
    const failed = effectiveState(saved) === 'FAILED';
    alerts.post({
      severity: 'success',
      display: 'transient',
      message: t(failed ? 'configure.savedFailed' : 'configure.saved', {
        name: saved.name,
      }),
    });
    return saved;
  };
}
