import { useMemo } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import {
  clusterTotals,
  costPerHour,
  specSchema,
  type ClusterTotals,
  type Volume,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import type { ClusterFormValues } from '../../form/clusterFormValues';
import { sizeRequestOf } from '../../form/requestOf';
import {
  useNamespaces,
  useNodeTypes,
  useVolumes,
} from '../../hooks/useReferenceData';

/** What the form comes to as it stands: size, cost and the namespace's quota. Size and cost need their fields valid. */
export function useRequestPreview() {
  const { control, getValues } = useFormContext<ClusterFormValues>();
  // Watching tells when to look again; the values themselves are whole only in getValues.
  const watched = useWatch({ control });
  const nodeTypes = useNodeTypes().data;
  const namespaces = useNamespaces().data;
  const volumes = useVolumes().data;
  return useMemo(() => {
    const values = getValues();
    const spec = specSchema.safeParse(sizeRequestOf(values.spec));
    const namespace = namespaces?.find(
      each =>
        each.name === values.namespace &&
        each.kubernetesCluster === values.kubernetesCluster,
    );
    if (!spec.success || !nodeTypes) return { namespace };
    const totals = clusterTotals(spec.data, nodeTypes);
    const volume = volumes?.find(
      ({ name }) => name === spec.data.executor?.volume,
    );
    const size = {
      totals,
      cost: costPerHour(spec.data, nodeTypes),
      storage: storageOf(totals, volume),
    };
    return { namespace, size };
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [watched, nodeTypes, namespaces, volumes, getValues]);
}

/** GiB of the executors' scratch storage; undefined where the volume has no size. */
function storageOf({ idle, full }: ClusterTotals, volume: Volume | undefined) {
  const size = volume?.sizeGiB;
  if (!size) return undefined;
  // Every pod but the driver's is an executor's.
  return { idle: (idle.pods - 1) * size, full: (full.pods - 1) * size };
}
