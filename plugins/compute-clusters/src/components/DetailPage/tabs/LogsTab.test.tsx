import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeComputeClusters } from '../../../__testUtils__/FakeComputeClusters';
import { aCluster, aPod } from '../../../__testUtils__/fixtures';
import { refusal } from '../../../__testUtils__/refusal';
import { renderPortal } from '../../../__testUtils__/renderPortal';

const open = (api: FakeComputeClusters) =>
  renderPortal('/compute-clusters/demo/data-eng/etl?tab=logs', api);

describe('Logs of a compute cluster', () => {
  let api: FakeComputeClusters;
  beforeEach(() => {
    api = FakeComputeClusters.create(aCluster());
  });

  it('show the driver, and name the other instances', async () => {
    api.pods = [
      aPod({ name: 'etl-1-exec-1', component: 'executor' }),
      aPod({}),
    ];
    api.logs = { 'etl-1-abcde': 'INFO SparkContext: Running Spark\n' };
    open(api);
    expect(
      await screen.findByRole('region', { name: 'Log of etl-1-abcde' }),
    ).toBeVisible();
    expect(
      screen.getByText('Driver of run 1: etl-1-abcde', { exact: false }),
    ).toBeVisible();
    await userEvent.click(screen.getByLabelText('Instance'));
    await userEvent.click(
      await screen.findByRole('option', {
        name: 'Executor of run 1: etl-1-exec-1',
      }),
    );
    expect(await screen.findByText('Waiting for logs')).toBeVisible();
  });

  it('are searched, by the keyboard alone', async () => {
    api.pods = [aPod({ logs: 'archived', live: false })];
    api.logs = {
      'etl-1-abcde': 'INFO one\nWARN two\nINFO three\nwarn four\n',
    };
    open(api);
    const lines = await screen.findByRole('region', {
      name: 'Lines of the log',
    });
    expect(within(lines).getByText('INFO three')).toBeVisible();
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Search the log' }),
      'warn',
    );
    expect(await screen.findByText('1 of 2')).toBeVisible();
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByText('2 of 2')).toBeVisible();
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByText('1 of 2')).toBeVisible();
    await userEvent.keyboard('{Shift>}{Enter}{/Shift}');
    expect(await screen.findByText('2 of 2')).toBeVisible();
    expect(
      within(lines).getAllByText(/^warn$/i, { selector: 'mark' }),
    ).toHaveLength(2);
    await userEvent.click(
      screen.getByRole('checkbox', { name: 'Only these lines' }),
    );
    await waitFor(() =>
      expect(within(lines).queryByText('INFO three')).toBeNull(),
    );
  });

  it('ask for that of the driver before the list of pods is here', async () => {
    const asked: (string | undefined)[] = [];
    api.listPods = () => new Promise(() => {});
    api.getLogs = async (_id, query) => {
      asked.push(query?.pod);
      return new Response('');
    };
    open(api);
    await waitFor(() => expect(asked).toContain('etl-1-abcde'));
  });

  it('can be asked for again when they could not be read', async () => {
    api.pods = [aPod({ logs: 'archived', live: false })];
    const { getLogs } = FakeComputeClusters.prototype;
    api.getLogs = async () => {
      throw await refusal(403, 'Not now');
    };
    open(api);
    const again = await screen.findByRole('button', { name: 'Try again' });
    api.logs = { 'etl-1-abcde': 'INFO one\n' };
    api.getLogs = getLogs;
    await userEvent.click(again);
    expect(
      await screen.findByRole('region', { name: 'Lines of the log' }),
    ).toHaveTextContent('INFO one');
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });

  it('leave the full screen by Escape', async () => {
    api.pods = [aPod({})];
    open(api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Full screen' }),
    );
    expect(
      await screen.findByRole('button', { name: 'Leave full screen' }),
    ).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    expect(screen.getByRole('button', { name: 'Full screen' })).toHaveFocus();
  });

  it('say when there is none', async () => {
    open(api);
    expect(await screen.findByText(/^There is no log\./)).toBeVisible();
  });
});
