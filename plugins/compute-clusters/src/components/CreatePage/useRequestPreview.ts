import { useMemo } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import {
  clusterTotals,
  costPerHour,
  specSchema,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import type { ClusterFormValues } from '../../form/clusterFormValues';
import { requestOf } from '../../form/requestOf';
import { useNamespaces, useNodeTypes } from '../../hooks/useReferenceData';

/** What the form comes to as it stands: size, cost and the namespace's quota. Size and cost need valid fields. */
export function useRequestPreview() {
  const { control, getValues } = useFormContext<ClusterFormValues>();
  // Watching tells when to look again; the values themselves are whole only in getValues.
  const watched = useWatch({ control });
  const nodeTypes = useNodeTypes().data;
  const namespaces = useNamespaces().data;
  return useMemo(() => {
    const request = requestOf(getValues());
    const spec = specSchema.safeParse(request.spec);
    const namespace = namespaces?.find(
      each =>
        each.name === request.namespace &&
        each.kubernetesCluster === request.kubernetesCluster,
    );
    const size = spec.success &&
      nodeTypes && {
        totals: clusterTotals(spec.data, nodeTypes),
        cost: costPerHour(spec.data, nodeTypes),
      };
    return { request, namespace, size: size || undefined };
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [watched, nodeTypes, namespaces, getValues]);
}
