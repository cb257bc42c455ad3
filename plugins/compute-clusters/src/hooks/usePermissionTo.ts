import { useApi } from '@backstage/core-plugin-api';
import {
  permissionApiRef,
  type PermissionApi,
} from '@backstage/plugin-permission-react';
import { useQuery, type QueryClient } from '@tanstack/react-query';
import { queryKeys } from '../api/queryKeys';

type Asked = Parameters<PermissionApi['authorize']>[0];

/** Policies change rarely, and the backend decides again: an answer holds for so many milliseconds. */
const HOLDS_MS = 60_000;

/**
 * Whether the portal's policy lets the caller do something. Backstage's own `usePermission` asks again whenever a
 * component appears, as on each change of tabs.
 *
 * Nothing is allowed, nor asked, on a resource that is not known yet. Outside of our provider it takes the shared cache.
 */
export function usePermissionTo(
  { permission, resourceRef }: Asked,
  client?: QueryClient,
): { allowed: boolean; loading: boolean } {
  const permissions = useApi(permissionApiRef);
  const { data, isLoading } = useQuery(
    {
      queryKey: queryKeys.permission(permission.name, resourceRef),
      queryFn: async () => {
        const request = { permission, resourceRef };
        const { result } = await permissions.authorize(request);
        return String(result) === 'ALLOW';
      },
      enabled: permission.type !== 'resource' || resourceRef !== undefined,
      staleTime: HOLDS_MS,
    },
    client,
  );
  return { allowed: data ?? false, loading: isLoading };
}
