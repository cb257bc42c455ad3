import {
  discoveryApiRef,
  fetchApiRef,
  useApi,
} from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import { useQuery } from '@tanstack/react-query';
import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { queryKeys } from '../api/queryKeys';
import { effectiveState } from './clusterState';

const PLUGIN_ID = 'compute-clusters';
const MINUTE_MS = 60_000;

/** Before the cookie expires; Backstage gives no new one earlier. */
const MARGIN_MS = 4 * MINUTE_MS;

/** Where the Spark UI of a compute cluster is, once it can be opened. */
export interface SparkUi {
  /** Whether there is one: only while the compute cluster is active. */
  offered: boolean;
  /** Undefined while it cannot be opened. */
  url: string | undefined;
  error: Error | null;
}

/**
 * Gets the cookie with which a browser opens the Spark UI, since a page that is opened carries no token, and keeps it as
 * long as the page is shown. The cookie is not asked for while nothing is offered.
 */
export function useSparkUi(cluster: ComputeCluster, allowed: boolean): SparkUi {
  const discoveryApi = useApi(discoveryApiRef);
  const { fetch } = useApi(fetchApiRef);
  const offered =
    !cluster.deletionRequestedAt && effectiveState(cluster) === 'ACTIVE';
  const { data, error } = useQuery({
    queryKey: queryKeys.cookie,
    enabled: offered && allowed,
    // Looked at after the computer slept, the cookie has expired before the next interval.
    staleTime: ({ state }) =>
      state.data
        ? Math.max(
            state.data.expiresAt - state.dataUpdatedAt - MARGIN_MS,
            MINUTE_MS,
          )
        : 0,
    // The Spark UI is another tab: while it is looked at, this page is not.
    refetchIntervalInBackground: true,
    refetchInterval: ({ state }) =>
      state.data
        ? Math.max(state.data.expiresAt - Date.now() - MARGIN_MS, MINUTE_MS)
        : false,
    queryFn: async () => {
      const baseUrl = await discoveryApi.getBaseUrl(PLUGIN_ID);
      const cookie = `${baseUrl}/.backstage/auth/v1/cookie`;
      // one that somebody else has left in this browser would be kept
      await answered(
        fetch(cookie, { method: 'DELETE', credentials: 'include' }),
      );
      const answer = await answered(fetch(cookie, { credentials: 'include' }));
      const { expiresAt }: { expiresAt: string } = await answer.json();
      return { baseUrl, expiresAt: Date.parse(expiresAt) };
    },
  });
  return {
    offered,
    url: data && `${data.baseUrl}/clusters/${cluster.id}/ui/`,
    error,
  };
}

async function answered(request: Promise<Response>): Promise<Response> {
  const response = await request;
  if (!response.ok) throw await ResponseError.fromResponse(response);
  return response;
}
