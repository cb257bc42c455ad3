import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import type { UsageFigures } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { FakeComputeClusters } from '../../__testUtils__/FakeComputeClusters';
import { renderPortal } from '../../__testUtils__/renderPortal';
import { refusal } from '../../__testUtils__/refusal';

const PATH = '/compute-clusters/cost';
const FIRST_OF_MONTH = expect.stringMatching(/^\d{4}-\d{2}-01$/);

const hours = (driver: number, executor: number, cost: number) => ({
  driverSeconds: driver * 3_600,
  executorSeconds: executor * 3_600,
  cost,
});

/** A backend that tells of these groups, and of nothing else. */
const withUsage = (
  groups: Record<string, UsageFigures>,
  currency: string | null = 'USD',
) => {
  const api = FakeComputeClusters.create();
  api.usageGroups = Object.entries(groups).map(([key, figures]) => ({
    key,
    figures,
  }));
  const total = Object.values(groups).reduce(
    (a, b) => ({
      driverSeconds: a.driverSeconds + b.driverSeconds,
      executorSeconds: a.executorSeconds + b.executorSeconds,
      cost: a.cost + b.cost,
    }),
    hours(0, 0, 0),
  );
  api.usage = { currency, total, days: [] };
  return api;
};

const TEAMS = {
  'group:default/data-engineering': hours(2, 1_240.5, 128_400),
  'group:default/machine-learning': hours(1, 0, 250),
  none: hours(3, 0, 0),
};

/** What the table says, row by row. */
const rows = async () => {
  const table = await screen.findByRole('region', { name: 'Hours and cost' });
  return within(table)
    .getAllByRole('row')
    .map(row =>
      [...row.querySelectorAll('th, td')].map(cell => cell.textContent),
    );
};

/** Takes an entry of a choice. */
const choose = async (label: string, option: string) => {
  await userEvent.click(await screen.findByLabelText(label));
  await userEvent.click(await screen.findByRole('option', { name: option }));
};

describe('The page about cost', () => {
  it('adds up hours and cost of this month by team', async () => {
    const api = withUsage(TEAMS);
    renderPortal(PATH, api);
    expect(await rows()).toEqual([
      ['Team', 'Driver hours', 'Executor hours', 'Cost'],
      ['Together', '6.00', '1,240.50', '$1,286.50'],
      ['data-engineering', '2.00', '1,240.50', '$1,284.00'],
      ['machine-learning', '1.00', '0.00', '$2.50'],
      ['No team', '3.00', '0.00', 'No price'],
    ]);
    expect(api.usageQueries).toEqual([
      { groupBy: 'team', from: FIRST_OF_MONTH },
    ]);
    expect(screen.getByRole('heading', { name: 'Cost' })).toBeVisible();
    expect(screen.getByText('Together $1,286.50')).toBeVisible();
    expect(
      screen.getByText('by Team, from Jan 2, 2026 to Jan 2, 2026 (UTC)'),
    ).toHaveAttribute('role', 'status');
    expect(screen.getByText(/Costs are in USD/)).toBeVisible();
  });

  it('draws a bar for each team, which says what it is', async () => {
    renderPortal(PATH, withUsage(TEAMS));
    const chart = await screen.findByRole('img', {
      name: 'Cost by Team, $1,284.00 at most; the table below has the figures',
    });
    const bars = [...chart.querySelectorAll('title')];
    expect(bars.map(({ textContent }) => textContent)).toEqual([
      'data-engineering: $1,284.00',
      'machine-learning: $2.50',
      'No team: $0.00',
    ]);
  });

  it('tells hours only where nothing has a price', async () => {
    renderPortal(PATH, withUsage({ none: hours(1, 2, 0) }, null));
    expect(await rows()).toContainEqual([
      'No team',
      '1.00',
      '2.00',
      'No price',
    ]);
    expect(screen.getByText(/^Together 3.00 hours/)).toBeVisible();
    expect(screen.getByText(/Nothing here has a price/)).toBeVisible();
    expect(screen.getByRole('img', { name: /^Hours by Team/ })).toBeVisible();
  });

  it('takes period and grouping from the address', async () => {
    const api = withUsage({ 'data-eng': hours(1, 0, 100) });
    renderPortal(`${PATH}?period=last-month&groupBy=namespace`, api);
    expect(await rows()).toContainEqual(['data-eng', '1.00', '0.00', '$1.00']);
    expect(screen.getByLabelText('Period')).toHaveTextContent('Last month');
    expect(screen.getByLabelText('By')).toHaveTextContent('Namespace');
    expect(api.usageQueries).toEqual([
      { groupBy: 'namespace', from: FIRST_OF_MONTH, to: FIRST_OF_MONTH },
    ]);
  });

  it('asks again as the period and the grouping are chosen', async () => {
    const api = withUsage(TEAMS);
    renderPortal(PATH, api);
    await choose('By', 'Node type');
    await waitFor(async () => expect((await rows())[0]).toContain('Node type'));
    await choose('Period', 'Last 90 days');
    await waitFor(() => expect(api.usageQueries).toHaveLength(3));
    expect(api.usageQueries.at(-1)).toEqual({
      groupBy: 'nodeType',
      from: expect.any(String),
    });
  });

  it('names compute clusters, and tells those of one name apart', async () => {
    const api = withUsage({});
    api.usage = { ...api.usage, total: hours(2, 0, 200) };
    api.usageGroups = ['11111111-1', '22222222-2'].map(key => ({
      key,
      label: 'etl',
      figures: hours(1, 0, 100),
    }));
    renderPortal(`${PATH}?groupBy=cluster`, api);
    const names = (await rows()).map(([name]) => name);
    expect(names.slice(2)).toEqual(['etl11111111', 'etl22222222']);
  });

  it('shows days from the newest in the table, and from the oldest in the chart', async () => {
    const api = withUsage({
      '2026-01-01': hours(1, 0, 100),
      '2026-01-02': hours(0, 0, 0),
    });
    renderPortal(`${PATH}?groupBy=day`, api);
    expect((await rows()).slice(2)).toEqual([
      ['Jan 2, 2026', '0.00', '0.00', '$0.00'],
      ['Jan 1, 2026', '1.00', '0.00', '$1.00'],
    ]);
    const bars = [...document.querySelectorAll('figure title')];
    expect(bars.map(({ textContent }) => textContent)).toEqual([
      'Jan 1, 2026: $1.00',
      'Jan 2, 2026: $0.00',
    ]);
  });

  describe('downloads', () => {
    const saved: Blob[] = [];
    beforeEach(() => {
      saved.length = 0;
      // The browser of the tests can keep no file.
      URL.createObjectURL = content => {
        if (content instanceof Blob) saved.push(content);
        return 'blob:file';
      };
      URL.revokeObjectURL = () => {};
    });

    const press = async () => {
      const button = await screen.findByRole('button', {
        name: 'Download CSV',
      });
      await waitFor(() => expect(button).toBeEnabled());
      await userEvent.click(button);
    };

    it('the CSV of the API for what is shown', async () => {
      const click = jest
        .spyOn(HTMLAnchorElement.prototype, 'click')
        .mockImplementation(() => {});
      const api = withUsage(TEAMS);
      api.usageCsv = 'nodeType,name\r\n';
      renderPortal(`${PATH}?groupBy=nodeType`, api);
      await press();
      await waitFor(() => expect(saved).toHaveLength(1));
      expect(api.csvQueries).toEqual([
        { groupBy: 'nodeType', from: FIRST_OF_MONTH },
      ]);
      expect(click.mock.contexts).toEqual([
        expect.objectContaining({
          download: expect.stringMatching(
            /^compute-clusters-by-nodeType-from-\d{4}-\d{2}-01\.csv$/,
          ),
        }),
      ]);
      click.mockRestore();
    });

    it('nothing when the portal refuses, and tells why', async () => {
      const api = withUsage(TEAMS);
      renderPortal(PATH, api);
      await rows();
      api.usageError = refusal(500, 'The database is gone');
      await press();
      expect(
        await screen.findByText(
          'The CSV could not be downloaded: The database is gone',
        ),
      ).toBeInTheDocument();
      expect(saved).toEqual([]);
    });
  });

  it('says what to do while nothing was used', async () => {
    renderPortal(PATH, withUsage({}));
    expect(
      await screen.findByText('Nothing was used in this time'),
    ).toBeVisible();
    expect(screen.getByText(/start a compute cluster/)).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'All compute clusters' }),
    ).toHaveAttribute('href', '/compute-clusters');
  });

  it('tells in plain words that the policy refuses costs', async () => {
    const api = withUsage(TEAMS);
    api.usageError = refusal(403, 'Unauthorized');
    renderPortal(PATH, api);
    expect(await screen.findByText('You may not see costs')).toBeVisible();
    expect(screen.getByText(/compute-clusters\.usage\.read/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Download CSV' })).toBeDisabled();
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });

  it('tells what went wrong and tries again', async () => {
    const api = withUsage(TEAMS);
    api.usageError = refusal(400, 'The period is too long');
    renderPortal(PATH, api);
    const again = await screen.findByRole('button', { name: 'Try again' });
    api.usageError = undefined;
    await userEvent.click(again);
    expect((await rows())[1]).toContain('$1,286.50');
  });

  it('says that it still loads once that takes long, until it has loaded', async () => {
    const api = withUsage(TEAMS);
    const answer = api.getUsage.bind(api);
    let open = () => {};
    const opened = new Promise<void>(resolve => {
      open = resolve;
    });
    api.getUsage = async query => {
      await opened;
      return await answer(query);
    };
    renderPortal(PATH, api);
    const words = await screen.findByText(/^Still loading/, undefined, {
      timeout: 10_000,
    });
    open();
    await rows();
    expect(words).not.toBeInTheDocument();
  });

  it('is reached from the list', async () => {
    renderPortal('/compute-clusters', withUsage(TEAMS));
    await userEvent.click(
      await screen.findByRole('link', { name: 'All costs' }),
    );
    expect((await rows())[0]).toContain('Team');
  });

  it('has no accessibility violation', async () => {
    const { container } = renderPortal(PATH, withUsage(TEAMS));
    await rows();
    expect(await axe(container)).toHaveNoViolations();
  });
});
