import { configApiRef, fetchApiRef } from '@backstage/core-plugin-api';
import { mockApis, TestApiProvider } from '@backstage/test-utils';
import { focusManager } from '@tanstack/react-query';
import { act, screen, waitFor } from '@testing-library/react';
import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { FakeComputeClusters } from '../../__testUtils__/FakeComputeClusters';
import { aCluster, aStatus } from '../../__testUtils__/fixtures';
import { renderLegacy } from '../../__testUtils__/renderLegacy';
import { ComputeClustersProvider } from '../common/ComputeClustersProvider';
import { OutsideLinks } from './OutsideLinks';

const MINUTE_MS = 60_000;
const COOKIE = { expiresAt: new Date(Date.now() + 3_600_000).toISOString() };

describe('Links to other pages about a compute cluster', () => {
  let asked: string[];
  let answer: () => Response;

  beforeEach(() => {
    asked = [];
    answer = () => Response.json(COOKIE);
  });

  const show = async (cluster: ComputeCluster, metrics?: string) => {
    const fetchApi = {
      fetch: async (input: unknown, init: RequestInit = {}) => {
        const { pathname } = new URL(String(input));
        asked.push(`${init.method ?? 'GET'} ${pathname} ${init.credentials}`);
        return answer();
      },
    };
    const config = mockApis.config({
      data: {
        backend: { baseUrl: 'http://localhost:7007' },
        ...(metrics && { computeClusters: { links: { metrics } } }),
      },
    });
    await renderLegacy(
      <TestApiProvider
        apis={[
          [fetchApiRef, fetchApi],
          [configApiRef, config],
        ]}
      >
        <ComputeClustersProvider>
          <OutsideLinks cluster={cluster} />
        </ComputeClustersProvider>
      </TestApiProvider>,
      FakeComputeClusters.create(cluster),
    );
  };

  const active = (changes: Partial<ComputeCluster> = {}) =>
    aCluster({ status: aStatus({ state: 'ACTIVE' }), ...changes });

  it('opens the Spark UI in a new tab, with a cookie of its own', async () => {
    const cluster = active();
    await show(cluster);
    const link = await screen.findByRole('button', {
      name: /^Spark UI.+new window/,
    });
    expect(link).toHaveAttribute(
      'href',
      expect.stringMatching(
        new RegExp(`/api/compute-clusters/clusters/${cluster.id}/ui/$`),
      ),
    );
    expect(link).toHaveAttribute('target', '_blank');
    const path = '/api/compute-clusters/.backstage/auth/v1/cookie';
    expect(asked).toEqual([`DELETE ${path} include`, `GET ${path} include`]);
  });

  it('keeps the cookie alive while only the tab of the Spark UI is looked at', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask'] });
    const expiresAt = new Date(Date.now() + 60 * MINUTE_MS).toISOString();
    answer = () => Response.json({ expiresAt });
    await show(active());
    await screen.findByRole('button', { name: /^Spark UI.+new window/ });
    focusManager.setFocused(false);
    await act(() => jest.advanceTimersByTimeAsync(55 * MINUTE_MS));
    expect(asked.filter(each => each.startsWith('GET'))).toHaveLength(1);
    await act(() => jest.advanceTimersByTimeAsync(2 * MINUTE_MS));
    expect(asked.filter(each => each.startsWith('GET')).length).toBeGreaterThan(
      1,
    );
    focusManager.setFocused(undefined);
    jest.useRealTimers();
  });

  it('asks for another cookie when it is looked at after the cookie expired', async () => {
    const expiresAt = new Date(Date.now() - MINUTE_MS).toISOString();
    answer = () => Response.json({ expiresAt });
    await show(active());
    await screen.findByRole('button', { name: /^Spark UI.+new window/ });
    const later = Date.now() + 2 * MINUTE_MS;
    jest.spyOn(Date, 'now').mockReturnValue(later);
    focusManager.setFocused(false);
    focusManager.setFocused(true);
    await waitFor(() =>
      expect(asked.filter(each => each.startsWith('GET'))).toHaveLength(2),
    );
    focusManager.setFocused(undefined);
    jest.restoreAllMocks();
  });

  it.each(['STOPPED', 'STARTING', 'FAILED'] as const)(
    'has none while it is %s',
    async state => {
      await show(
        aCluster({ status: aStatus({ state }) }),
        'https://grafana.example.com/{{namespace}}/{{name}}',
      );
      await screen.findByRole('button', { name: /^Metrics/ });
      expect(screen.queryByText('Spark UI')).toBeNull();
      expect(asked).toEqual([]);
    },
  );

  it('says whom to ask instead of opening what would be refused', async () => {
    await show(active({ ownerRef: 'group:default/ml' }));
    await screen.findByTitle(
      'Only the owner team may do this: group:default/ml',
    );
    const button = screen.getByRole('button', { name: 'Spark UI' });
    expect(button).toHaveAttribute('aria-disabled', 'true');
    expect(asked).toEqual([]);
  });

  it('says why it cannot be opened', async () => {
    answer = () => new Response('', { status: 500 });
    await show(active());
    const button = await screen.findByRole('button', { name: 'Spark UI' });
    await waitFor(() =>
      expect(button).toHaveAccessibleDescription(
        /^The Spark UI cannot be opened/,
      ),
    );
  });

  it('leads to the metrics that are configured', async () => {
    const { namespace, name } = active();
    await show(active(), 'https://grafana.example.com/{{namespace}}/{{name}}');
    const link = await screen.findByRole('button', { name: /^Metrics/ });
    expect(link).toHaveAttribute(
      'href',
      `https://grafana.example.com/${namespace}/${name}`,
    );
  });
});
