import { useEffect, useSyncExternalStore } from 'react';
import { useApi, useApiHolder } from '@backstage/core-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { computeClustersQueriesApiRef } from '../api/ComputeClustersQueries';

/** Keeps what is on the screen fresh by signals, where the portal has them. */
export function useClusterSignals(): void {
  const { updates } = useApi(computeClustersQueriesApiRef);
  const signals = useApiHolder().get(signalApiRef);
  useEffect(() => updates.attach(signals), [updates, signals]);
}

const CHANGING_MS = 5_000;
const AT_REST_MS = 15_000;
/** A signal can be lost with its socket, unnoticed: nothing stays wrong for longer than this. */
const SAFETY_MS = 30_000;

/** How often to ask by ourselves: rarely when signals work, often when something changes without them. */
export function usePolling(): (changing: boolean) => number {
  const { updates } = useApi(computeClustersQueriesApiRef);
  const proven = useSyncExternalStore(updates.subscribe, updates.proven);
  return changing => {
    if (proven) return SAFETY_MS;
    return changing ? CHANGING_MS : AT_REST_MS;
  };
}
