import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { specSchema } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { FakeComputeClusters } from '../../__testUtils__/FakeComputeClusters';
import { aCluster, aStatus } from '../../__testUtils__/fixtures';
import { renderPortal } from '../../__testUtils__/renderPortal';
import { refusal } from '../../__testUtils__/refusal';

const rowOf = async (name: string) => {
  const link = await screen.findByRole('link', { name });
  const row = link.closest('tr');
  if (!row) throw new Error(`${name} is not in a row`);
  return within(row);
};

/** The entry with its reason. */
const CONFIGURE_LATER =
  'ConfigureTerminate it first: only a stopped or failed compute cluster can be configured';

describe('The list of compute clusters', () => {
  it('shows name, driver, executors, namespace and auto scaling of each', async () => {
    const api = FakeComputeClusters.create(
      aCluster({
        restartRequired: true,
        status: aStatus({
          executors: {
            running: 2,
            pending: 1,
            max: 4,
            reason: 'QuotaExceeded',
          },
        }),
      }),
    );
    renderPortal('/compute-clusters', api);
    const row = await rowOf('etl');
    expect(row.getByText('Restart required')).toBeVisible();
    expect(row.getByText('Active')).toBeVisible();
    expect(row.getByText('driver-small')).toBeVisible();
    expect(row.getByText('Scaling 1/4 · quota')).toBeVisible();
    expect(row.getByText('Running 2/4')).toBeVisible();
    expect(row.getByText('data-eng')).toBeVisible();
    expect(row.getByText('Idle 30 min')).toBeVisible();
    expect(screen.getByText('1 active')).toBeVisible();
    expect(screen.getByText('1–1 of 1')).toBeVisible();
  });

  it('follows a signal without a reload', async () => {
    const api = FakeComputeClusters.create(
      aCluster({
        status: aStatus({ state: 'STARTING', reason: 'Scheduling' }),
      }),
    );
    const { signals } = renderPortal('/compute-clusters', api);
    expect((await rowOf('etl')).getByText('Starting')).toBeVisible();
    signals.publish(api.observe('etl', { state: 'ACTIVE' }));
    expect(await screen.findByText('1 active')).toBeVisible();
    expect((await rowOf('etl')).getByText('Active')).toBeVisible();
  });

  it('filters by the address, and writes the search into the request', async () => {
    const api = FakeComputeClusters.create(
      aCluster(),
      aCluster({ name: 'nightly', status: aStatus({ state: 'STOPPED' }) }),
    );
    renderPortal('/compute-clusters?state=STOPPED', api);
    await rowOf('nightly');
    expect(screen.queryByRole('link', { name: 'etl' })).toBeNull();
    expect(await screen.findByText('1 active · 1 stopped')).toBeVisible();
    await userEvent.type(screen.getByRole('searchbox'), 'x');
    expect(await screen.findByText('No compute cluster matches')).toBeVisible();
    const [clear] = screen.getAllByRole('button', { name: 'Clear filters' });
    await userEvent.click(clear);
    await rowOf('etl');
  });

  it('filters by node type and tag, and gives up either', async () => {
    const tagged = specSchema.parse({
      ...aCluster().spec,
      tags: { 'cost-centre': '42' },
    });
    const api = FakeComputeClusters.create(
      aCluster({ spec: tagged }),
      aCluster({ name: 'nightly' }),
    );
    renderPortal('/compute-clusters?nodeType=executor-small', api);
    await rowOf('nightly');
    await userEvent.type(
      screen.getByRole('combobox', { name: 'Tag' }),
      'cost-centre=42{Enter}',
    );
    await waitFor(() =>
      expect(screen.queryByRole('link', { name: 'nightly' })).toBeNull(),
    );
    expect(api.queries.at(-1)).toMatchObject({
      nodeType: ['executor-small'],
      tag: ['cost-centre=42'],
    });
    await userEvent.click(
      screen.getByRole('button', { name: /Do not filter by the tag/ }),
    );
    await rowOf('nightly');
  });

  it('shows what each cluster and all of them cost this month, by one request each', async () => {
    const clusters = [aCluster(), aCluster({ name: 'nightly' })];
    const api = FakeComputeClusters.create(...clusters);
    api.usage = {
      currency: 'USD',
      total: { driverSeconds: 0, executorSeconds: 0, cost: 128_400 },
      days: [],
    };
    api.usageGroups = [
      {
        key: clusters[0].id,
        figures: { driverSeconds: 0, executorSeconds: 0, cost: 21_200 },
      },
    ];
    renderPortal('/compute-clusters?namespace=data-eng', api);
    expect(await (await rowOf('etl')).findByText('$212.00')).toBeVisible();
    expect((await rowOf('nightly')).getByText('$0.00')).toBeVisible();
    expect(await screen.findByText('$1,284.00')).toBeVisible();
    expect(api.usageQueries).toEqual([
      {
        groupBy: 'cluster',
        clusterId: clusters.map(({ id }) => id).sort(),
        from: expect.stringMatching(/-01$/),
      },
      {
        groupBy: 'team',
        namespace: ['data-eng'],
        from: expect.stringMatching(/-01$/),
      },
    ]);
  });

  it('shows what one team owns and what that costs, as a card of the catalog asks, until that is given up', async () => {
    const machineLearning = 'group:default/machine-learning';
    const api = FakeComputeClusters.create(
      aCluster(),
      aCluster({ name: 'train', ownerRef: machineLearning }),
    );
    const figures = { driverSeconds: 0, executorSeconds: 0 };
    api.usage = {
      currency: 'USD',
      total: { ...figures, cost: 3_000 },
      days: [],
    };
    api.usageGroups = [
      { key: machineLearning, figures: { ...figures, cost: 1_000 } },
      { key: 'group:default/other', figures: { ...figures, cost: 2_000 } },
    ];
    renderPortal(`/compute-clusters?owner=${machineLearning}`, api);
    await rowOf('train');
    expect(screen.queryByRole('link', { name: 'etl' })).toBeNull();
    expect(await screen.findByText('$10.00')).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: /^Show what others than/ }),
    );
    await rowOf('etl');
    expect(await screen.findByText('$30.00')).toBeVisible();
  });

  it('tells that what never ran cost nothing, where money is known', async () => {
    const api = FakeComputeClusters.create(aCluster());
    const usage = api.getUsage.bind(api);
    const figures = { driverSeconds: 0, executorSeconds: 0, cost: 500 };
    api.usage = { currency: 'USD', total: figures, days: [] };
    api.getUsage = async query => {
      const answer = await usage(query);
      return query?.groupBy === 'cluster'
        ? { ...answer, currency: null }
        : answer;
    };
    renderPortal('/compute-clusters', api);
    expect(await (await rowOf('etl')).findByText('$0.00')).toBeVisible();
  });

  it('keeps the choice of columns in the address', async () => {
    renderPortal(
      '/compute-clusters?columns=image',
      FakeComputeClusters.create(aCluster()),
    );
    const row = await rowOf('etl');
    const heads = () =>
      screen.getAllByRole('columnheader').map(head => head.textContent);
    expect(heads().filter(Boolean)).toEqual([
      'Name',
      'Driver',
      'Image',
      'Actions',
    ]);
    expect(row.getByText('Default')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Columns' }));
    await userEvent.click(
      screen.getByRole('menuitemcheckbox', { name: 'Namespace' }),
    );
    expect(
      screen.getByRole('menuitemcheckbox', { name: 'Namespace' }),
    ).toBeChecked();
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(heads()).toContain('Namespace'));
  });

  it.each([
    [
      'FAILED',
      { reason: 'OutOfMemory', message: 'It needs more.' },
      'Out of memory',
    ],
    ['STARTING', { reason: 'Scheduling' }, 'Looking for a machine'],
  ] as const)('tells why a cluster is %s', async (state, changes, text) => {
    const status = aStatus({ state, ...changes });
    renderPortal(
      '/compute-clusters',
      FakeComputeClusters.create(aCluster({ status })),
    );
    expect((await rowOf('etl')).getByText(text)).toBeVisible();
  });

  it('tells what stops a cluster by itself', async () => {
    const spec = specSchema.parse({
      ...aCluster().spec,
      autoTermination: { enabled: true, idleMinutes: 45 },
    });
    renderPortal(
      '/compute-clusters',
      FakeComputeClusters.create(aCluster({ spec })),
    );
    expect(
      (await rowOf('etl')).getByText('Stops when idle for 45 min'),
    ).toBeVisible();
  });

  it('sorts by the column that is pressed', async () => {
    const api = FakeComputeClusters.create(aCluster());
    renderPortal('/compute-clusters', api);
    await rowOf('etl');
    await userEvent.click(screen.getByRole('button', { name: 'Driver' }));
    await waitFor(() =>
      expect(api.queries.map(query => query.sort)).toContain('state'),
    );
  });

  it.each([
    ['ACTIVE', ['Restart', 'Terminate', CONFIGURE_LATER, 'Clone', 'Delete']],
    ['STOPPED', ['Start', 'Configure', 'Clone', 'Delete']],
    ['FAILED', ['Restart', 'Terminate', 'Configure', 'Clone', 'Delete']],
    ['STOPPING', [CONFIGURE_LATER, 'Clone', 'Delete']],
    ['DELETING', [CONFIGURE_LATER, 'Clone']],
  ] as const)('offers what makes sense while %s', async (state, actions) => {
    const api = FakeComputeClusters.create(
      aCluster({ status: aStatus({ state }) }),
    );
    renderPortal('/compute-clusters', api);
    await rowOf('etl');
    await userEvent.click(
      screen.getByRole('button', { name: 'Actions for etl' }),
    );
    const items = screen.getAllByRole('menuitem').map(item => item.textContent);
    expect(items).toEqual(actions);
  });

  describe('with nothing to show', () => {
    it('says that no namespace is mapped to the teams', async () => {
      const api = FakeComputeClusters.create();
      api.namespaces = [];
      api.me = { ...api.me, canCreate: false };
      renderPortal('/compute-clusters', api);
      expect(
        await screen.findByText('None of your teams has a namespace'),
      ).toBeVisible();
      expect(
        await screen.findByRole('button', { name: 'Create cluster' }),
      ).toHaveAccessibleDescription(/owner|team/);
    });

    it('leads to the first cluster', async () => {
      renderPortal('/compute-clusters', FakeComputeClusters.create());
      expect(await screen.findByText('No compute cluster yet')).toBeVisible();
      const [link] = await screen.findAllByRole('button', {
        name: 'Create cluster',
      });
      expect(link).toHaveAttribute('href', '/compute-clusters/create');
    });

    it('leads back from a page that has become empty', async () => {
      const api = FakeComputeClusters.create(aCluster());
      const list = api.listClusters.bind(api);
      api.listClusters = async query => {
        const page = await list(query);
        return query?.cursor ? { ...page, items: [] } : page;
      };
      renderPortal('/compute-clusters?cursor=x&page=2', api);
      await userEvent.click(
        await screen.findByRole('button', { name: 'Go to the first page' }),
      );
      expect((await rowOf('etl')).getByText('Active')).toBeVisible();
    });

    it('leads back from an address that is no longer understood', async () => {
      const api = FakeComputeClusters.create(aCluster());
      api.nextError = refusal(400, 'The cursor is none of this list.');
      renderPortal('/compute-clusters?cursor=old&page=2', api);
      await userEvent.click(
        await screen.findByRole('button', { name: 'Go to the first page' }),
      );
      expect((await rowOf('etl')).getByText('Active')).toBeVisible();
    });

    it('tells what went wrong and tries again', async () => {
      const api = FakeComputeClusters.create(aCluster());
      api.nextError = refusal(403, 'Ask the platform team');
      renderPortal('/compute-clusters', api);
      await userEvent.click(
        await screen.findByRole('button', { name: 'Try again' }),
      );
      expect((await rowOf('etl')).getByText('Active')).toBeVisible();
    });
  });

  it('has no accessibility violation', async () => {
    const { container } = renderPortal(
      '/compute-clusters',
      FakeComputeClusters.create(aCluster()),
    );
    await rowOf('etl');
    expect(await axe(container)).toHaveNoViolations();
  });
});
