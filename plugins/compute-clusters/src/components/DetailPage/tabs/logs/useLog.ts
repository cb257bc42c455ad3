import { useMemo, useSyncExternalStore } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { computeClustersApiRef } from '../../../../api/ComputeClustersApi';
import type { LogState, WantedLog } from './LogReader';
import { readerOf } from './readerOf';

/** The log of a pod as far as it has come, and a way to ask again. */
export function useLog(wanted: WantedLog): LogState & { retry: () => void } {
  const api = useApi(computeClustersApiRef);
  const { clusterId, pod, live, minutes } = wanted;
  const reader = useMemo(
    () => readerOf(api, { clusterId, pod, live, minutes }),
    [api, clusterId, pod, live, minutes],
  );
  const state = useSyncExternalStore(reader.subscribe, reader.state);
  return { ...state, retry: reader.retry };
}
