import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import type { KubernetesEvent } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { FakeComputeClusters } from '../../../__testUtils__/FakeComputeClusters';
import {
  aCluster,
  aPod,
  aStatus,
  SEEN_AT,
} from '../../../__testUtils__/fixtures';
import { renderPortal } from '../../../__testUtils__/renderPortal';

const PATH = '/compute-clusters/demo/data-eng/etl';

const anEvent = (changes: Partial<KubernetesEvent>): KubernetesEvent => ({
  id: changes.reason ?? 'Scheduled',
  type: 'Normal',
  reason: 'Scheduled',
  message: 'Assigned to node-1',
  object: 'Pod/etl-1-abcde',
  count: 1,
  firstSeen: SEEN_AT,
  lastSeen: SEEN_AT,
  ...changes,
});

const open = async (api: FakeComputeClusters, tab?: string) => {
  const app = renderPortal(tab ? `${PATH}?tab=${tab}` : PATH, api);
  await screen.findByRole('heading', { name: 'etl' });
  return app;
};

describe('The tabs of a compute cluster', () => {
  let api: FakeComputeClusters;
  beforeEach(() => {
    api = FakeComputeClusters.create(aCluster());
  });

  it('are chosen by name, and stand in the address', async () => {
    await open(api);
    await userEvent.click(screen.getByRole('tab', { name: 'Activity' }));
    expect(await screen.findByText('Nothing yet')).toBeVisible();
    expect(screen.getByText('It has never been started')).toBeVisible();
    expect(screen.getByRole('tab', { name: 'Activity' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
  });

  it('Kubernetes events count warnings, filter and search', async () => {
    api.events = [
      anEvent({}),
      anEvent({ reason: 'BackOff', type: 'Warning', message: 'Back-off' }),
    ];
    await open(api, 'events');
    expect(
      await screen.findByRole('tab', {
        name: 'Kubernetes events: 1 warnings among 2 events',
      }),
    ).toBeVisible();
    const table = await screen.findByRole('region', {
      name: 'Kubernetes events',
    });
    expect(within(table).getByText('Assigned to node-1')).toBeVisible();
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Search reason and message' }),
      'Back',
    );
    await waitFor(() =>
      expect(screen.queryByText('Assigned to node-1')).toBeNull(),
    );
    expect(screen.getByText('Back-off')).toBeVisible();
  });

  it('Kubernetes events filter by object', async () => {
    api.events = [
      anEvent({}),
      anEvent({ reason: 'Created', object: 'Job/etl-1', message: 'A pod' }),
    ];
    await open(api, 'events');
    expect(await screen.findByText('A pod')).toBeVisible();
    await userEvent.click(screen.getByLabelText('Object'));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Pod/etl-1-abcde' }),
    );
    await waitFor(() => expect(screen.queryByText('A pod')).toBeNull());
    expect(screen.getByText('Assigned to node-1')).toBeVisible();
  });

  it('ask for nothing again when they are opened once more', async () => {
    api.pods = [aPod({ logs: 'archived', live: false })];
    api.logs = { 'etl-1-abcde': 'INFO SparkContext: Running Spark\n' };
    const asked: string[] = [];
    // Asked for by the clock, whichever tab is open; nothing else grows old in this test.
    const byTheClock = [
      'getClusterByName',
      'getExecutorHistory',
      'getHealth',
      'listEvents',
    ];
    const time = jest.spyOn(Date, 'now').mockReturnValue(Date.now());
    const askedByTabs = () => asked.filter(name => !byTheClock.includes(name));
    const counted = new Proxy(api, {
      get: (target, property, receiver) => {
        const value: unknown = Reflect.get(target, property, receiver);
        if (typeof value === 'function') asked.push(String(property));
        return value;
      },
    });
    await open(counted);
    const names = [
      'Connections',
      'Configuration',
      'Logs',
      /^Kubernetes events/,
      'Activity',
      'Usage',
      'Details',
    ];
    const openAll = async () => {
      for (const name of names) {
        await userEvent.click(await screen.findByRole('tab', { name }));
        await waitFor(() =>
          expect(
            document.querySelector('[role=tabpanel]:not([hidden]) > * *'),
          ).toBeInTheDocument(),
        );
      }
    };
    await openAll();
    await waitFor(() => expect(asked).toContain('getClusterUsage'));
    expect(asked).toContain('getLogs');
    const before = askedByTabs();
    await openAll();
    expect(askedByTabs()).toEqual(before);
    expect(before.filter(name => name === 'listActivity')).toHaveLength(1);
    time.mockRestore();
  });

  it('Activity tells of runs: who, how long, how they ended, what they cost', async () => {
    api.runs = [
      {
        id: '1',
        sequence: 3,
        generation: 1,
        requestedBy: 'compute-clusters',
        startedAt: new Date('2026-01-02T08:00:00Z'),
        readyAt: new Date('2026-01-02T08:00:41Z'),
        endedAt: new Date('2026-01-02T11:05:41Z'),
        endReason: 'OutOfMemory',
        exitCode: 137,
        failureLog: 'java.lang.OutOfMemoryError',
        cost: { amount: 123, currency: 'USD' },
      },
    ];
    await open(api, 'activity');
    const runs = await screen.findByRole('region', { name: 'Runs' });
    expect(within(runs).getByText('41 sec')).toBeVisible();
    expect(within(runs).getByText('3 hr, 5 min')).toBeVisible();
    expect(
      within(runs).getByText('Out of memory, exit code 137', { exact: false }),
    ).toBeVisible();
    expect(within(runs).getByText('$1.23')).toBeVisible();
    expect(
      within(runs).getByText('java.lang.OutOfMemoryError'),
    ).toBeInTheDocument();
  });

  it('Configuration tells where each property comes from, and hides secrets', async () => {
    api.configuration = {
      properties: [
        { name: 'spark.sql.shuffle.partitions', value: '64', source: 'user' },
        { name: 'spark.hadoop.key', value: null, source: 'user' },
        { name: 'spark.driver.port', value: '7078', source: 'platform' },
      ],
      environment: [],
    };
    await open(api, 'configuration');
    expect(await screen.findByText('spark.hadoop.key')).toBeVisible();
    expect(screen.getByText('Secret')).toBeVisible();
    expect(screen.getByText('Platform')).toBeVisible();
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Search' }),
      'SHUFFLE',
    );
    await waitFor(() =>
      expect(screen.queryByText('spark.driver.port')).toBeNull(),
    );
    expect(screen.getByText('spark.sql.shuffle.partitions')).toBeVisible();
  });

  it('Usage adds up hours and cost', async () => {
    const figures = { driverSeconds: 7_200, executorSeconds: 1_800, cost: 250 };
    api.usage = {
      currency: 'USD',
      total: figures,
      days: [{ day: '2026-01-02', figures }],
    };
    await open(api, 'usage');
    expect(
      await screen.findByRole('cell', { name: 'Jan 2, 2026' }),
    ).toBeVisible();
    expect(screen.getAllByText('2.00')[0]).toBeVisible();
    expect(screen.getAllByText('$2.50')[0]).toBeVisible();
    expect(screen.getByRole('img', { name: /^Usage by day/ })).toBeVisible();
  });

  it.each([
    'connections',
    'configuration',
    'logs',
    'events',
    'activity',
    'usage',
  ])('%s has no accessibility violation', async tab => {
    api.events = [anEvent({ type: 'Warning' })];
    const { container } = await open(api, tab);
    await waitFor(() =>
      expect(
        document.querySelector(`#cluster-panel-${tab} > *`),
      ).toBeInTheDocument(),
    );
    expect(await axe(container)).toHaveNoViolations();
  });
});

describe('The page of a compute cluster', () => {
  it('announces an automatic stop, which can be put off', async () => {
    const at = new Date(Date.now() + 5 * 60_000);
    const api = FakeComputeClusters.create(
      aCluster({
        status: aStatus({ automaticStop: { at, reason: 'IdleTimeout' } }),
      }),
    );
    await open(api);
    expect(
      await screen.findByText(/^stops by itself in . min, as nothing uses it/),
    ).toBeVisible();
    expect(screen.getByText('etl is about to stop by itself')).toHaveAttribute(
      'aria-live',
      'polite',
    );
    const keep = screen.getByRole('button', { name: 'Keep it running' });
    await waitFor(() => expect(keep).toBeEnabled());
    await userEvent.click(keep);
    await waitFor(() => expect(api.calls).toEqual(['keep-running etl']));
    await waitFor(() =>
      expect(screen.queryByText(/^stops by itself/)).toBeNull(),
    );
  });

  it('offers to give up pods on a lost node, after a question', async () => {
    const api = FakeComputeClusters.create(
      aCluster({ status: aStatus({ state: 'STARTING', reason: 'NodeLost' }) }),
    );
    await open(api);
    const give = screen.getByRole('button', { name: 'Give up its pods' });
    await waitFor(() => expect(give).toBeEnabled());
    await userEvent.click(give);
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText(/make sure that it is off/)).toBeVisible();
    await userEvent.click(
      dialog.getByRole('button', { name: 'Give up its pods' }),
    );
    await waitFor(() => expect(api.calls).toEqual(['give-up-pods etl']));
  });
});
