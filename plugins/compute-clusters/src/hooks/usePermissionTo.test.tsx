import type { ReactNode } from 'react';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { mockApis, TestApiProvider } from '@backstage/test-utils';
import { renderHook, waitFor } from '@testing-library/react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  computeClusterConnectPermission,
  computeClustersUsageReadPermission,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { usePermissionTo } from './usePermissionTo';

describe('usePermissionTo', () => {
  let permissions: ReturnType<typeof mockApis.permission>;
  let authorize: jest.SpyInstance;
  let client: QueryClient;
  const wrapper = ({ children }: { children: ReactNode }) => (
    <TestApiProvider apis={[[permissionApiRef, permissions]]}>
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    </TestApiProvider>
  );
  const ask = (request: Parameters<typeof usePermissionTo>[0]) =>
    renderHook(() => usePermissionTo(request), { wrapper });

  beforeEach(() => {
    permissions = mockApis.permission();
    authorize = jest.spyOn(permissions, 'authorize');
    client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  });

  it('tells what is allowed', async () => {
    const permission = computeClusterConnectPermission;
    const { result } = ask({ permission, resourceRef: '1' });
    expect(result.current).toEqual({ allowed: false, loading: true });
    await waitFor(() =>
      expect(result.current).toEqual({ allowed: true, loading: false }),
    );
    expect(authorize).toHaveBeenCalledWith({ permission, resourceRef: '1' });
  });

  it('takes it for refused when nobody answers', async () => {
    authorize.mockRejectedValue(new Error('Down'));
    const { result } = ask({ permission: computeClustersUsageReadPermission });
    await waitFor(() =>
      expect(result.current).toEqual({ allowed: false, loading: false }),
    );
  });

  it('asks once, however often a component appears', async () => {
    const permission = computeClustersUsageReadPermission;
    const first = ask({ permission });
    await waitFor(() => expect(first.result.current.loading).toBe(false));
    first.unmount();
    expect(ask({ permission }).result.current.loading).toBe(false);
    expect(authorize).toHaveBeenCalledTimes(1);
  });

  it('asks nothing about a resource that is not known yet', () => {
    const permission = computeClusterConnectPermission;
    const { result } = ask({ permission });
    expect(result.current).toEqual({ allowed: false, loading: false });
    expect(authorize).not.toHaveBeenCalled();
  });
});
