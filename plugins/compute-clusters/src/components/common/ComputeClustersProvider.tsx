import type { PropsWithChildren } from 'react';
import { QueryClientProvider } from '@tanstack/react-query';
import { useApi } from '@backstage/core-plugin-api';
import { computeClustersQueriesApiRef } from '../../api/ComputeClustersQueries';
import { useClusterSignals } from '../../hooks/useClusterSignals';

/** What every page and card stands in: the shared cache, kept fresh. */
export function ComputeClustersProvider({ children }: PropsWithChildren<{}>) {
  const { client } = useApi(computeClustersQueriesApiRef);
  useClusterSignals();
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
